import { ActionForm } from "@/components/forms/action-form";
import { CheckField, PercentField, TextArea, TextField } from "@/components/forms/fields";
import { Allowed } from "@/components/ui/allowed";
import { Disclosure } from "@/components/ui/disclosure";
import { editCheckpoint, liftWaiver, waiveCheckpoint } from "@/lib/actions/checkpoints";
import type { Gate } from "@/lib/domain/gates";

type Props = { gate: Gate; session: string; seen: number };

/** What takes more than a click: with what it was met, whether it is required, and not for now. */
export function CheckpointActions({ gate: { state, checkpoint }, session, seen }: Props) {
  if (!checkpoint) return null;
  const hidden = { id: checkpoint.id, session, seen };
  const waived = checkpoint.waiver !== null && state !== "met";
  return (
    <div className="mt-1 flex flex-wrap items-start gap-2">
      <Allowed least="reviewer">
        <Disclosure label="Evidence…" group="checkpoint" look={{ variant: "ghost" }}>
          <ActionForm action={editCheckpoint} hidden={hidden} submit="Save the checkpoint">
            <CheckField name="isComplete" label="Met" defaultChecked={checkpoint.complete} />
            <CheckField name="isRequired" label="Required" defaultChecked={checkpoint.required} />
            <div className="grid gap-3 sm:grid-cols-[7rem_1fr]">
              <PercentField name="score" label="Score" defaultValue={checkpoint.score ?? ""} />
              <TextField
                name="evidence"
                label="Evidence link"
                inputMode="url"
                defaultValue={checkpoint.evidenceUrl ?? ""}
              />
            </div>
            <TextArea
              name="note"
              label="Note"
              maxLength={4000}
              defaultValue={checkpoint.notes ?? ""}
            />
            <TextField name="reason" label="Reason for the history (if any)" maxLength={500} />
          </ActionForm>
        </Disclosure>
      </Allowed>
      <Allowed least="admin">
        {state === "open" && checkpoint.required && (
          <Disclosure label="Waive…" group="checkpoint" look={{ variant: "ghost" }}>
            <ActionForm action={waiveCheckpoint} hidden={hidden} submit="Waive it">
              <p>It does not count as open until the day you choose has passed.</p>
              <TextArea name="reason" label="Reason" rows={2} maxLength={2000} />
              <TextField name="until" label="Until the end of" type="date" />
            </ActionForm>
          </Disclosure>
        )}
        {waived && (
          <ActionForm
            action={liftWaiver}
            hidden={hidden}
            submit="End the waiver"
            look="secondary"
            size="small"
          />
        )}
      </Allowed>
    </div>
  );
}
