import { ActionForm } from "@/components/forms/action-form";
import { CheckField, TextArea } from "@/components/forms/fields";
import { Allowed } from "@/components/ui/allowed";
import { Disclosure } from "@/components/ui/disclosure";
import { editChecklist } from "@/lib/actions/session-edits";
import { humanize } from "@/lib/format";

type Props = { session: string; seen: number; answers: [string, boolean][] };

/** For plain yes and no; a checklist of another shape is its agent's own. */
export function EditChecklist({ session, seen, answers }: Props) {
  return (
    <Allowed least="reviewer">
      <div className="mt-3">
        <Disclosure label="Edit the checklist…">
          <ActionForm
            action={editChecklist}
            hidden={{ session, seen, items: JSON.stringify(answers.map(([key]) => key)) }}
            submit="Save the checklist"
          >
            {answers.map(([key, yes]) => (
              <CheckField
                key={key}
                name="met"
                value={key}
                label={<bdi>{humanize(key)}</bdi>}
                defaultChecked={yes}
              />
            ))}
            <TextArea name="added" label="Add, one a line" rows={2} />
          </ActionForm>
        </Disclosure>
      </div>
    </Allowed>
  );
}
