"use client";

import { startTransition, useActionState, useOptimistic } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Action } from "@/lib/action-state";

type Props = {
  action: Action;
  name: string;
  complete: boolean;
  hidden: Record<string, string | number>;
};

/** Shows at once what the click means; the same button takes it back. */
export function CheckpointToggle({ action, name, complete, hidden }: Props) {
  const [state, send] = useActionState(action, {});
  const [shown, show] = useOptimistic(complete);
  const toggle = (form: FormData) => {
    startTransition(() => {
      show(!complete);
      send(form);
    });
  };
  return (
    <form
      action={send}
      onSubmit={(event) => {
        event.preventDefault();
        if (shown === complete) toggle(new FormData(event.currentTarget));
      }}
      className="shrink-0 text-right"
    >
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <input type="hidden" name="complete" value={complete ? "no" : "yes"} />
      <Button type="submit" size="small" variant={shown ? "ghost" : "secondary"}>
        <Icon name={shown ? "check" : "circle"} className="size-4" />
        {shown ? "Reopen" : "Complete"}
        <span className="sr-only"> {name}</span>
      </Button>
      <div className="mt-2 text-left empty:hidden">
        <FormProblem state={state} />
      </div>
    </form>
  );
}
