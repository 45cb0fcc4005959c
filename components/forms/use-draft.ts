import { type RefObject, useEffect, useState } from "react";
import { enteredIn, givenTo, type Input, isChoice } from "./inputs";

const keyOf = (draft: string) => `exhibit-draft:${draft}`;

const SENT = "exhibit-draft-sent";

export function forgetDraft(draft: string | undefined) {
  if (draft) localStorage.removeItem(keyOf(draft));
}

/** Of a form that may be gone by the time that it is known whether it was done. */
export function noteSent(draft: string | undefined) {
  settleSent(false);
  if (draft) sessionStorage.setItem(SENT, draft);
}

/** Once it is known: then its draft goes, where it was done. */
export function settleSent(isDone: boolean) {
  if (isDone) forgetDraft(sessionStorage.getItem(SENT) ?? undefined);
  sessionStorage.removeItem(SENT);
}

/** What a person typed or chose, and nothing that the page itself put there. */
function inputsOf(form: HTMLFormElement): Input[] {
  const all = [...form.elements].filter((each) => "value" in each) as Input[];
  return all.filter(({ name, type }) => name !== "" && !/hidden|submit/.test(type));
}

/** What is as it was shown stays out: it may be another when the draft comes back. */
function save(form: HTMLFormElement, draft: string, shown: (string | boolean)[]) {
  const values = inputsOf(form)
    .map(enteredIn)
    .map((value, index) => (value === shown[index] ? null : value));
  localStorage.setItem(keyOf(draft), JSON.stringify(values));
}

/** Whether there was a draft that differs from what the form begins with. What was entered already stays. */
function restore(form: HTMLFormElement, draft: string, entered: ReadonlySet<string>): boolean {
  let values: unknown;
  try {
    values = JSON.parse(localStorage.getItem(keyOf(draft)) ?? "");
  } catch {
    return false;
  }
  const inputs = inputsOf(form);
  if (!Array.isArray(values) || values.length !== inputs.length) return false;
  let differs = false;
  inputs.forEach((input, index) => {
    const value = values[index];
    if (entered.has(input.name)) return;
    if (isChoice(input) && typeof value === "boolean") {
      differs ||= input.checked !== value;
      input.checked = value;
    } else if (!isChoice(input) && typeof value === "string") {
      differs ||= input.value !== value;
      input.value = value;
    }
  });
  return differs;
}

/**
 * Keeps what is typed into a form in this browser: it survives a reload, an expired login and a
 * closed laptop. Returns a way back to an empty form where something was restored.
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  draft: string | undefined,
): (() => void) | null {
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const element = form.current;
    if (!element || !draft) return;
    const inputs = inputsOf(element);
    const shown = inputs.map(givenTo);
    const keep = () => save(element, draft, shown);
    // Somebody may have been typing before the page's scripts were there.
    const typed = inputs.filter((input, index) => enteredIn(input) !== shown[index]);
    setRestored(restore(element, draft, new Set(typed.map(({ name }) => name))));
    if (typed.length > 0) keep();
    element.addEventListener("input", keep);
    return () => element.removeEventListener("input", keep);
  }, [form, draft]);
  if (!restored) return null;
  return () => {
    forgetDraft(draft);
    form.current?.reset();
    setRestored(false);
  };
}
