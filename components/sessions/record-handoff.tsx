import { ActionForm } from "@/components/forms/action-form";
import { TextArea, TextField } from "@/components/forms/fields";
import { Allowed } from "@/components/ui/allowed";
import { Disclosure } from "@/components/ui/disclosure";
import { recordHandoff } from "@/lib/actions/records";

const links = [
  ["demo", "Demo link"],
  ["documentation", "Documentation link"],
  ["report", "Test report link"],
] as const;

type Props = { session: string; draft: string };

export function RecordHandoff({ session, draft }: Props) {
  return (
    <Allowed least="reviewer">
      <div className="mt-3">
        <Disclosure label="Prepare a hand-off…">
          <ActionForm
            action={recordHandoff}
            hidden={{ id: crypto.randomUUID(), session }}
            submit="Prepare the hand-off"
            draft={draft}
          >
            <TextArea
              name="summary"
              label="What was built and how it was checked"
              rows={4}
              maxLength={10_000}
            />
            <div className="grid gap-3 sm:grid-cols-3">
              {links.map(([name, label]) => (
                <TextField key={name} name={name} label={label} inputMode="url" />
              ))}
            </div>
            <TextArea name="deliverables" label="Deliverables, one a line" />
            <TextArea name="issues" label="Known issues, one a line" />
            <TextArea name="notes" label="Notes" maxLength={10_000} />
          </ActionForm>
        </Disclosure>
      </div>
    </Allowed>
  );
}
