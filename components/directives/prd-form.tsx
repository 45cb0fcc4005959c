import { ActionForm } from "@/components/forms/action-form";
import { PercentField, SelectField, TextField } from "@/components/forms/fields";
import { LongText } from "@/components/forms/long-text";
import { savePrd } from "@/lib/actions/directives";
import type { PrdForm as Present } from "@/lib/data/directive-form";
import { priorities } from "@/lib/domain/directive";
import { choices } from "@/lib/domain/form-values";
import { prdLists, prdStatuses } from "@/lib/domain/prd";
import { marksOf } from "@/lib/domain/touched";
import { humanize } from "@/lib/format";

type Props = {
  /** Null where the directive has no PRD yet. */
  present: Present | null;
  directive: { id: string; title: string };
  memberId: string;
};

const empty: Present["shown"] = {
  title: "",
  status: "draft",
  priority: "",
  phase: "",
  progress: "",
  executive_summary: "",
  functional_requirements: "",
  acceptance_criteria: "",
  test_scenarios: "",
  exec_checklist: "",
  validation_checklist: "",
  plan_validation: "",
};

export function PrdForm({ present, directive, memberId }: Props) {
  const shown = present?.shown ?? {
    ...empty,
    title: `Requirements: ${directive.title}`.slice(0, 500),
  };
  const hidden = present
    ? { form: "edit", id: present.id, seen: present.seen, was: marksOf(shown) }
    : { form: "new" };
  return (
    <ActionForm
      action={savePrd}
      hidden={{ ...hidden, sd: directive.id }}
      submit={present ? "Save the PRD" : "Create the PRD"}
      draft={`prd:${memberId}:${directive.id}:${present?.id ?? ""}`}
      className="grid max-w-3xl gap-4"
    >
      {!present && (
        <TextField
          name="id"
          label="Id"
          hint="How people and agents name it. It stays as it is."
          defaultValue={`PRD-${directive.id}`}
          autoComplete="off"
          maxLength={100}
          required
        />
      )}
      <TextField name="title" label="Title" defaultValue={shown.title} maxLength={500} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="status"
          label="Status"
          hint="Whoever makes it approved has approved it: your name is kept with the day."
          options={choices(prdStatuses, shown.status)}
          defaultValue={shown.status}
        />
        <SelectField
          name="priority"
          label="Priority"
          options={[{ value: "", label: "None" }, ...choices(priorities, shown.priority)]}
          defaultValue={shown.priority}
        />
        <TextField name="phase" label="Phase (optional)" defaultValue={shown.phase} />
        <PercentField
          name="progress"
          label="Progress in percent (optional)"
          defaultValue={shown.progress}
        />
      </div>
      <LongText
        name="executive_summary"
        label="Summary (optional)"
        rows={4}
        text={shown.executive_summary}
      />
      {prdLists.map((name) => (
        <LongText
          key={name}
          name={name}
          label={`${humanize(name)} (optional)`}
          hint="One a line, or JSON."
          rows={rowsFor(shown[name])}
          spellCheck={false}
          text={shown[name]}
        />
      ))}
    </ActionForm>
  );
}

/** What is there stays in sight, as far as that is little. */
const rowsFor = (text: string | null) => Math.min(Math.max((text ?? "").split("\n").length, 3), 14);
