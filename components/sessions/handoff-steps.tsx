import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { Allowed } from "@/components/ui/allowed";
import { Disclosure } from "@/components/ui/disclosure";
import { moveHandoff } from "@/lib/actions/records";
import type { Handoff } from "@/lib/data/session";
import { missingFrom } from "@/lib/domain/completion";
import type { Gate } from "@/lib/domain/gates";
import { type HandoffStatus, handoffStepsFrom } from "@/lib/domain/lifecycle";

const labels: Record<HandoffStatus, string> = {
  preparing: "Back to preparing",
  ready: "Ready",
  sent: "Send",
  accepted: "Accept",
  rejected: "Reject",
};

type Props = { handoff: Handoff; gates: Gate[] };

/** Where it can go from here, and until it is sent what its receiver would miss. */
export function HandoffSteps({ handoff, gates }: Props) {
  const { id, handoff_status: from } = handoff;
  const missing = from === "preparing" || from === "ready" ? missingFrom(handoff, gates) : [];
  return (
    <>
      {missing.length > 0 && (
        <p className="mt-1 text-moderate-ink text-xs">
          Missing: {new Intl.ListFormat("en-GB").format(missing)}.
        </p>
      )}
      <Allowed least="reviewer">
        <div className="mt-2 flex flex-wrap items-start gap-2">
          {handoffStepsFrom(from).map((to) =>
            to === "rejected" ? (
              <Disclosure key={to} label="Reject…">
                <ActionForm
                  action={moveHandoff}
                  hidden={{ id, from, to }}
                  submit="Reject"
                  look="danger"
                >
                  <TextField name="reason" label="Reason (if there is one to tell)" />
                </ActionForm>
              </Disclosure>
            ) : (
              <ActionForm
                key={to}
                action={moveHandoff}
                hidden={{ id, from, to }}
                submit={labels[to]}
                look="secondary"
                size="small"
              />
            ),
          )}
        </div>
      </Allowed>
    </>
  );
}
