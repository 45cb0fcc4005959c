import { ActionForm } from "@/components/forms/action-form";
import { PercentField, SelectField, TextArea, TextField } from "@/components/forms/fields";
import { Allowed } from "@/components/ui/allowed";
import { Disclosure } from "@/components/ui/disclosure";
import { recordActivation } from "@/lib/actions/records";
import { activationTypes, outcomes, severities } from "@/lib/domain/sub-agents";
import { humanize } from "@/lib/format";

const options = (values: readonly string[]) =>
  values.map((value) => ({ value, label: humanize(value) }));

export function RecordActivation({ session }: { session: string }) {
  return (
    <Allowed least="reviewer">
      <div className="mt-3">
        <Disclosure label="Record a result…">
          <ActionForm
            action={recordActivation}
            hidden={{ id: crypto.randomUUID(), session }}
            submit="Record the result"
          >
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
              <SelectField name="type" label="Sub-agent" options={options(activationTypes)} />
              <SelectField
                name="outcome"
                label="Outcome"
                options={options(outcomes.toReversed())}
              />
              <SelectField
                name="severity"
                label="Severity"
                options={options(severities.toReversed())}
              />
              <PercentField name="score" label="Score" />
            </div>
            <TextField name="activationReason" label="Why it ran" maxLength={500} />
            <TextArea name="summary" label="What it found" maxLength={4000} />
            <TextArea name="recommendations" label="Recommendations, one a line" rows={2} />
          </ActionForm>
        </Disclosure>
      </div>
    </Allowed>
  );
}
