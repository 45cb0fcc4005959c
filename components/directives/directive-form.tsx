import { ActionForm } from "@/components/forms/action-form";
import { PercentField, SelectField, TextField } from "@/components/forms/fields";
import { LongText } from "@/components/forms/long-text";
import { saveDirective } from "@/lib/actions/directives";
import type { DirectiveForm as Present } from "@/lib/data/directive-form";
import { directiveStatuses, priorities } from "@/lib/domain/directive";
import { choices } from "@/lib/domain/form-values";
import { marksOf } from "@/lib/domain/touched";

type Props = {
  /** Null for one that does not exist yet. */
  present: Present | null;
  memberId: string;
  applications: readonly string[];
};

const empty: Present["shown"] = {
  title: "",
  status: "draft",
  priority: "medium",
  category: "",
  sd_type: "",
  target_application: "",
  current_phase: "",
  progress: "",
  description: "",
  rationale: "",
  scope: "",
};

export function DirectiveForm({ present, memberId, applications }: Props) {
  const shown = present?.shown ?? empty;
  const hidden = present
    ? { form: "edit", id: present.id, seen: present.seen, was: marksOf(shown) }
    : { form: "new" };
  return (
    <ActionForm
      action={saveDirective}
      hidden={hidden}
      submit={present ? "Save the directive" : "Create the directive"}
      draft={`directive:${memberId}:${present?.id ?? ""}`}
      className="grid max-w-3xl gap-4"
    >
      {!present && (
        <TextField
          name="id"
          label="Id"
          hint="How people and agents name it, such as SD-UI-014. It stays as it is."
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={50}
          required
        />
      )}
      <TextField name="title" label="Title" defaultValue={shown.title} maxLength={500} required />
      <LongText
        name="description"
        label="Description"
        hint="What is to be built, in a few sentences."
        rows={5}
        text={shown.description}
      />
      <LongText
        name="rationale"
        label="Rationale (optional)"
        hint="Why it is worth doing."
        text={shown.rationale}
      />
      <LongText
        name="scope"
        label="Scope (optional)"
        hint="What belongs to it, and what does not."
        text={shown.scope}
      />
      <Facts shown={shown} applications={applications} />
    </ActionForm>
  );
}

function Facts({
  shown,
  applications,
}: {
  shown: Present["shown"];
  applications: readonly string[];
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="status"
        label="Status"
        options={choices(directiveStatuses, shown.status)}
        defaultValue={shown.status}
      />
      <SelectField
        name="priority"
        label="Priority"
        options={choices(priorities, shown.priority)}
        defaultValue={shown.priority}
      />
      <TextField
        name="category"
        label="Category"
        hint="A word such as feature or quality."
        defaultValue={shown.category}
        maxLength={50}
        required
      />
      <TextField name="sd_type" label="Type (optional)" defaultValue={shown.sd_type} />
      <TextField
        name="target_application"
        label="Application (optional)"
        defaultValue={shown.target_application}
        list="applications"
      />
      <datalist id="applications">
        {applications.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField
        name="current_phase"
        label="Phase (optional)"
        hint="Such as LEAD, PLAN or EXEC."
        defaultValue={shown.current_phase}
      />
      <PercentField
        name="progress"
        label="Progress in percent (optional)"
        hint="Of the directive as planned. Its sessions have their own."
        defaultValue={shown.progress}
      />
    </div>
  );
}
