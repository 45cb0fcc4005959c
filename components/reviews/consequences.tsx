import { CheckField } from "@/components/forms/fields";
import type { Session } from "@/lib/data/session";
import { holderOf, takenWords } from "@/lib/domain/lifecycle";

/** What else can follow from a decision, shown with the one that it belongs to. */
export function Consequences({ session }: { session: Session }) {
  const { id, directive, status, siblings } = session;
  const active = holderOf("active", siblings, id);
  return (
    <>
      <div className="hidden group-has-[[value^=request]:checked]/verdict:block">
        {active ? (
          <p className="text-muted text-xs">
            It cannot be reopened now: {takenWords(directive.id, active, status)}
          </p>
        ) : (
          <CheckField
            name="reopen"
            label="Reopen the session, so that its agent goes on; the directive is in progress again"
            defaultChecked
          />
        )}
      </div>
      {directive.status === "implementation_review_required" && (
        <div className="hidden group-has-[[value=approve]:checked]/verdict:block">
          <CheckField
            name="completeDirective"
            label="Make the directive implementation complete"
            defaultChecked
          />
        </div>
      )}
    </>
  );
}
