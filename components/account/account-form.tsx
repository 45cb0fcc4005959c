"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/lib/actions/account";

type Input = {
  name: string;
  label: string;
  type: "email" | "password";
  autoComplete: string;
  hint?: string;
};

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  inputs: Input[];
  hidden?: Record<string, string | undefined>;
  submit: string;
  /** Shown instead of the form when it has done its work. */
  done?: ReactNode;
};

/** A form that works before its script has loaded; then it also keeps its place on errors. */
export function AccountForm({ action, inputs, hidden = {}, submit, done }: Props) {
  const [state, send, pending] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.fields) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);
  if (state.done) return <Notice>{done}</Notice>;
  return (
    <form ref={form} action={send} noValidate className="flex flex-col gap-4">
      {state.message && <Notice tone="error">{state.message}</Notice>}
      {Object.entries(hidden).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {inputs.map((input) => (
        <Field
          key={input.name}
          {...input}
          required
          error={state.fields?.[input.name]}
          defaultValue={input.type === "email" ? state.email : undefined}
        />
      ))}
      <Button type="submit" variant="primary" aria-disabled={pending}>
        {pending ? "One moment…" : submit}
      </Button>
    </form>
  );
}
