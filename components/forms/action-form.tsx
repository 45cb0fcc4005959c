"use client";

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
} from "react";
import type { Action, ActionState } from "@/lib/action-state";
import { Form } from "./context";
import { FormProblem } from "./form-problem";
import { SubmitButton } from "./submit-button";
import { forgetDraft, noteSent, settleSent, useDraft } from "./use-draft";

type Props = {
  action: Action;
  /** What is sent along: ids, and the state that the page showed. */
  hidden?: Record<string, string | number | null | undefined>;
  /** On the button; or several of them, which then send what they are named for. */
  submit: ReactNode;
  look?: "primary" | "secondary" | "danger";
  size?: "small" | "medium";
  /** What was typed is kept in this browser under this name, until it was sent. */
  draft?: string;
  /** Shown in place of the form when it was done. */
  done?: ReactNode;
  onDone?: () => void;
  /** What to do with the result that is shown once. */
  resultHint?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/**
 * A form that works before its script has loaded. Then it also keeps what was typed, goes to what
 * is wrong, and shows that it is under way.
 */
export function ActionForm(props: Props) {
  const { action, hidden = {}, submit, look = "primary", size, draft, done } = props;
  const [state, send, pending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const { values: sent } = state;
  const restored = useDraft(form, draft);
  const sending = useRef<Sending>({ from: null, isTyped: false });
  useOutcome(form, state, draft, sending);
  useOnDone(state, props.onDone);

  // Sent by hand, because React empties a form that it sends, also when it was refused.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const values = new FormData(event.currentTarget, submitter);
    sending.current = { from: document.activeElement, isTyped: false };
    noteSent(draft);
    startTransition(() => send(values));
  };

  if (state.done && done) return <div role="status">{done}</div>;
  return (
    <Form value={{ id, state, pending }}>
      <form
        ref={form}
        action={send}
        onSubmit={onSubmit}
        onInput={() => {
          sending.current.isTyped = true;
        }}
        noValidate
        aria-busy={pending}
        className={props.className ?? "grid gap-3"}
      >
        <FormProblem state={state} />
        {Object.entries(hidden).map(([name, value]) => (
          <input
            key={name}
            type="hidden"
            name={name}
            // What is sent again goes by the id that it had, though the page was made anew meanwhile.
            value={(name === "id" ? sent?.id : undefined) ?? value ?? ""}
          />
        ))}
        {props.children}
        {restored && (
          <p className="text-muted text-xs">
            What you had typed before is here again.{" "}
            <button type="button" onClick={restored} className="text-accent underline">
              Start anew
            </button>
          </p>
        )}
        {typeof submit === "string" ? (
          <p>
            <SubmitButton variant={look} size={size}>
              {submit}
            </SubmitButton>
          </p>
        ) : (
          submit
        )}
        {state.result && (
          <output className="block text-xs">
            {props.resultHint}
            <code className="mt-1 block select-all break-all rounded-md bg-sunken p-2">
              {state.result}
            </code>
          </output>
        )}
      </form>
    </Form>
  );
}

function useOnDone(state: ActionState, onDone: (() => void) | undefined) {
  const latest = useRef(onDone);
  useEffect(() => {
    latest.current = onDone;
  });
  useEffect(() => {
    if (state.done) latest.current?.();
  }, [state]);
}

/** Where the focus was when it was sent, and whether somebody went on typing. */
type Sending = { from: Element | null; isTyped: boolean };

/**
 * After an answer: to the first thing that is wrong, or back to where the form was opened. Whoever is
 * elsewhere by then, or went on typing, is left there with what they typed.
 */
function useOutcome(
  form: React.RefObject<HTMLFormElement | null>,
  state: ActionState,
  draft: string | undefined,
  sending: React.RefObject<Sending>,
) {
  useEffect(() => {
    const element = form.current;
    const { activeElement } = document;
    const { from, isTyped } = sending.current;
    const stays = activeElement === document.body || (activeElement === from && !isTyped);
    if (state.done && !isTyped) {
      forgetDraft(draft);
      const panel = element?.closest("details");
      element?.reset();
      if (panel && !state.result) {
        panel.open = false;
        if (stays) panel.querySelector("summary")?.focus();
      }
    } else if (state.message) {
      settleSent(false);
      for (const input of element?.querySelectorAll<HTMLInputElement>("[type=password]") ?? []) {
        if (!isTyped) input.value = "";
      }
      const wrong = element?.querySelector<HTMLElement>("[aria-invalid=true]:not(fieldset)");
      if (stays) (wrong ?? element?.querySelector<HTMLElement>("[data-problem]"))?.focus();
    }
  }, [form, state, draft, sending]);
}
