import { ActionForm } from "@/components/forms/action-form";
import { PercentField, TextArea } from "@/components/forms/fields";
import { Allowed } from "@/components/ui/allowed";
import { Disclosure } from "@/components/ui/disclosure";
import { editProgress, editScores } from "@/lib/actions/session-edits";
import type { Session } from "@/lib/data/session";
import { domains } from "@/lib/domain/scores";

const shown = (value: number | null) => (value === null ? "" : String(value));

export function EditScores({ session }: { session: Session }) {
  const { id, seen } = session;
  return (
    <Allowed least="reviewer">
      <div className="mt-3">
        <Disclosure label="Edit scores…">
          <ActionForm action={editScores} hidden={{ session: id, seen }} submit="Save the scores">
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
              {domains.map(({ key, label }) => (
                <PercentField
                  key={key}
                  name={key}
                  label={label}
                  defaultValue={shown(session.domains[key])}
                />
              ))}
            </div>
            <p className="text-muted text-xs">
              0 to 100; empty means not scored. The overall score becomes their rounded mean, unless
              you set it by hand and say why.
            </p>
            <div className="grid gap-3 sm:grid-cols-[10rem_1fr]">
              <PercentField name="byHand" label="Overall, by hand" />
              <TextArea name="reason" label="Reason" rows={1} maxLength={500} />
            </div>
          </ActionForm>
        </Disclosure>
      </div>
    </Allowed>
  );
}

export function EditProgress({ session }: { session: Session }) {
  const { id, seen, progress, coverage } = session;
  return (
    <Allowed least="reviewer">
      <div className="mt-3">
        <Disclosure label="Edit progress and coverage…">
          <ActionForm action={editProgress} hidden={{ session: id, seen }} submit="Save">
            <div className="grid grid-cols-2 gap-3">
              <PercentField name="progress" label="Progress, %" defaultValue={shown(progress)} />
              <PercentField name="coverage" label="Coverage, %" defaultValue={shown(coverage)} />
            </div>
          </ActionForm>
        </Disclosure>
      </div>
    </Allowed>
  );
}
