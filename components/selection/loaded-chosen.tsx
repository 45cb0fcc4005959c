"use client";

import { type ComponentType, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { CHOSEN, chosenWords } from "@/lib/domain/selection";
import type { AssignFormProps } from "./assign-form";
import type { ChosenProps } from "./chosen";
import { useChosen } from "./use-chosen";

/** How many are chosen, those that this page does not show, and what takes a script. */
export function LoadedChosen({ list, reviewers, memberId }: ChosenProps) {
  const { chosen, page, put } = useChosen(list);
  const [form, setForm] = useState<{ AssignForm: ComponentType<AssignFormProps> }>();
  const isAsked = chosen.length > 0 && reviewers.length > 0;
  useEffect(() => {
    if (isAsked) import("./assign-form").then(setForm, () => {});
  }, [isAsked]);
  return (
    <>
      <output className="font-semibold">{chosenWords(chosen, page)}</output>
      {chosen
        .filter((id) => !page.includes(id))
        .map((id) => (
          <input key={id} type="hidden" form="choose" name="ids" value={id} />
        ))}
      {page.some((id) => !chosen.includes(id)) && (
        <Button
          size="small"
          variant="ghost"
          onClick={() => put(page, true)}
          className="order-first"
        >
          All on this page
        </Button>
      )}
      {chosen.length > CHOSEN && (
        <p className="text-muted text-xs">At most {CHOSEN} can be assigned at once.</p>
      )}
      {form && isAsked && chosen.length <= CHOSEN && (
        <form.AssignForm
          ids={chosen}
          reviewers={reviewers}
          memberId={memberId}
          drop={(ids) => put(ids, false)}
        />
      )}
    </>
  );
}
