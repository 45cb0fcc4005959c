import { ActionForm } from "@/components/forms/action-form";
import { CheckField, SelectField, TextArea, TextField } from "@/components/forms/fields";
import { Allowed } from "@/components/ui/allowed";
import { Disclosure } from "@/components/ui/disclosure";
import { addCheckpoint } from "@/lib/actions/checkpoints";
import { editGates } from "@/lib/actions/session-edits";
import type { Session } from "@/lib/data/session";
import { checkpointTypes } from "@/lib/domain/gates";
import { humanize } from "@/lib/format";

const types = checkpointTypes.map((value) => ({ value, label: humanize(value) }));

export function EditGates({ session: { id, seen, gates, columns } }: { session: Session }) {
  const missing = gates.find(({ state }) => state === "missing");
  return (
    <Allowed least="reviewer">
      <div className="mt-3 flex flex-wrap items-start gap-2">
        <Disclosure label="Add a checkpoint…" group="gates">
          <ActionForm
            action={addCheckpoint}
            // Sent twice it is added once.
            hidden={{ id: crypto.randomUUID(), session: id }}
            submit="Add the checkpoint"
          >
            <TextField name="name" label="Name" defaultValue={missing?.name} maxLength={200} />
            <SelectField name="type" label="Type" options={types} />
            <CheckField name="isRequired" label="Required" defaultChecked />
          </ActionForm>
        </Disclosure>
        <Disclosure label="Edit gates…" group="gates">
          <ActionForm action={editGates} hidden={{ session: id, seen }} submit="Save the gates">
            <TextArea
              name="gates"
              label="Quality gates"
              hint="One a line. A gate is met by the checkpoint of the same name."
              rows={6}
              defaultValue={(columns.quality_gates ?? []).join("\n")}
            />
          </ActionForm>
        </Disclosure>
      </div>
    </Allowed>
  );
}
