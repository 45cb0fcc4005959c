import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextArea } from "@/components/forms/fields";
import { Disclosure } from "@/components/ui/disclosure";
import { startSession } from "@/lib/actions/sessions";
import type { Directive } from "@/lib/data/directive";
import { holderOf, type Sibling, takenWords } from "@/lib/domain/lifecycle";
import { implementationTypes, typeWord } from "@/lib/domain/session";

type Props = { directive: Directive; sessions: readonly Sibling[]; memberId: string };

const types = [
  { value: "", label: "Choose…" },
  ...implementationTypes.map((value) => ({ value, label: typeWord(value) })),
];

/** A directive has one active session: begun here, or the sentence why it cannot be. */
export function StartSession({ directive: { id, prds }, sessions, memberId }: Props) {
  const active = holderOf("active", sessions);
  if (active) {
    return (
      <p className="basis-full text-muted text-xs">
        {takenWords(id, active, null)}{" "}
        <Link
          href={`/sessions/${active.id}`}
          prefetch={false}
          className="text-accent underline underline-offset-2"
        >
          Open the active session
        </Link>
      </p>
    );
  }
  return (
    <Disclosure label="Start a session…">
      <ActionForm
        action={startSession}
        // Sent twice it makes one session.
        hidden={{ id: crypto.randomUUID(), sd: id }}
        submit="Start the session"
        draft={`start:${memberId}:${id}`}
      >
        <SelectField name="type" label="Type" options={types} />
        <SelectField
          name="prd"
          label="PRD"
          options={[
            ...prds.map((prd) => ({ value: prd.id, label: prd.id })),
            { value: "", label: "None" },
          ]}
        />
        <TextArea
          name="gates"
          label="Quality gates (optional)"
          hint="One a line. The standard checkpoints of its type come by themselves."
        />
      </ActionForm>
    </Disclosure>
  );
}
