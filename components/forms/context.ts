import { createContext, use } from "react";
import type { ActionState } from "@/lib/action-state";

/** The form that a field stands in: what became of it, and whether it is under way. */
type FormContext = { id: string; state: ActionState; pending: boolean };

export const Form = createContext<FormContext>({ id: "form", state: {}, pending: false });

/** What a field shows: its ids, what is wrong with it, and what was typed before. */
export function useField(name: string, hint: boolean) {
  const { id, state } = use(Form);
  const error = state.fields?.[name];
  const [errorId, hintId] = [`${id}-${name}-error`, `${id}-${name}-hint`];
  const typed = state.values?.[name];
  return {
    id: `${id}-${name}`,
    error,
    errorId,
    hintId,
    typed: typed === undefined ? undefined : [typed].flat(),
    described: {
      "aria-invalid": error ? (true as const) : undefined,
      "aria-describedby": [error && errorId, hint && hintId].filter(Boolean).join(" ") || undefined,
    },
  };
}
