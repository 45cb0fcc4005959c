import { ActionForm } from "@/components/forms/action-form";
import { CheckField } from "@/components/forms/fields";
import { Disclosure } from "@/components/ui/disclosure";
import { deleteSession } from "@/lib/actions/sessions";
import type { Session } from "@/lib/data/session";
import { count } from "@/lib/format";

type Props = { session: Session; verdicts: number };

/** Names what goes with it. */
export function DeletePanel({ session, verdicts }: Props) {
  const { id, directive, seen, gates, subAgents, handoffs } = session;
  const goes = [
    count(gates.filter(({ checkpoint }) => checkpoint).length, "checkpoint"),
    count(subAgents.filter(({ source }) => source !== "session").length, "sub-agent activation"),
    count(handoffs.length, "hand-off"),
    count(verdicts, "verdict or comment", "verdicts and comments"),
  ];
  return (
    <Disclosure label="Delete…" group="session-step" look={{ variant: "ghost" }}>
      <ActionForm
        action={deleteSession}
        hidden={{ session: id, sd: directive.id, seen }}
        submit="Delete this session"
        look="danger"
      >
        <p>
          With it go {new Intl.ListFormat("en-GB").format(goes)}, its screenshots’ and demos’
          addresses, and who reviews it. Its history stays on the directive’s page. This cannot be
          taken back.
        </p>
        <CheckField name="sure" label="Yes, delete all of that" />
      </ActionForm>
    </Disclosure>
  );
}
