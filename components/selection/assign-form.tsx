"use client";

import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { assignReviews } from "@/lib/actions/reviews";
import type { ChosenProps } from "./chosen";

export type AssignFormProps = Pick<ChosenProps, "reviewers" | "memberId"> & {
  ids: string[];
  /** What is assigned is not chosen any more; what was chosen meanwhile stays. */
  drop: (ids: string[]) => void;
};

export function AssignForm({ ids, reviewers, memberId, drop }: AssignFormProps) {
  return (
    <ActionForm
      action={async (state, form) => {
        const next = await assignReviews(state, form);
        if (next.done) drop(form.getAll("ids").map(String));
        return next;
      }}
      className="flex flex-wrap items-center gap-2 sm:border-line sm:border-l sm:pl-3"
      submit={
        <SubmitButton size="small" variant="secondary">
          Assign
        </SubmitButton>
      }
    >
      {ids.map((id) => (
        <input key={id} type="hidden" name="ids" value={id} />
      ))}
      <SelectField
        name="reviewer"
        label="Assign to"
        defaultValue={memberId}
        options={reviewers.map(({ id, name }) => ({
          value: id,
          label: id === memberId ? `${name} (you)` : name,
        }))}
      />
    </ActionForm>
  );
}
