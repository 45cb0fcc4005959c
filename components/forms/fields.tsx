"use client";

import type { ComponentProps, ReactNode } from "react";
import { inputClass } from "@/components/ui/input";
import { useField } from "./context";

type Named = { name: string; label: ReactNode; hint?: ReactNode };

type FrameProps = Omit<Named, "name"> & { field: ReturnType<typeof useField>; children: ReactNode };

/** A label above, and below it what is wrong and how to put it right. */
function Frame({ field, label, hint, children }: FrameProps) {
  return (
    <div className="min-w-0">
      <label htmlFor={field.id} className="mb-1 block font-medium">
        {label}
      </label>
      {children}
      <Remarks field={field} hint={hint} />
    </div>
  );
}

function Remarks({ field, hint }: Pick<FrameProps, "field" | "hint">) {
  return (
    <>
      {field.error && (
        <p id={field.errorId} className="mt-1 text-needs-ink text-xs">
          {field.error}
        </p>
      )}
      {hint && (
        <p id={field.hintId} className="mt-1 text-muted text-xs">
          {hint}
        </p>
      )}
    </>
  );
}

type InputProps = Named & Omit<ComponentProps<"input">, "name" | "id">;

export function TextField({ name, label, hint, defaultValue, ...props }: InputProps) {
  const field = useField(name, Boolean(hint));
  return (
    <Frame field={field} label={label} hint={hint}>
      <input
        id={field.id}
        name={name}
        defaultValue={field.typed?.[0] ?? defaultValue}
        className={`h-10 ${inputClass}`}
        {...field.described}
        {...props}
      />
    </Frame>
  );
}

/** A score, a share or nothing. */
export function PercentField(props: Omit<InputProps, "type">) {
  return (
    <TextField inputMode="numeric" pattern="\d*" autoComplete="off" maxLength={3} {...props} />
  );
}

type AreaProps = Named & Omit<ComponentProps<"textarea">, "name" | "id">;

export function TextArea({ name, label, hint, defaultValue, rows = 3, ...props }: AreaProps) {
  const field = useField(name, Boolean(hint));
  return (
    <Frame field={field} label={label} hint={hint}>
      <textarea
        id={field.id}
        name={name}
        rows={rows}
        dir="auto"
        defaultValue={field.typed?.[0] ?? defaultValue}
        className={`py-2 ${inputClass}`}
        {...field.described}
        {...props}
      />
    </Frame>
  );
}

type Option = { value: string; label: string };
type SelectProps = Named & {
  options: readonly Option[];
  defaultValue?: string;
  required?: boolean;
};

export function SelectField({ name, label, hint, options, defaultValue, ...props }: SelectProps) {
  const field = useField(name, Boolean(hint));
  const chosen = field.typed?.[0] ?? defaultValue;
  return (
    <Frame field={field} label={label} hint={hint}>
      <select
        // A new default is taken by a new element alone.
        key={chosen}
        id={field.id}
        name={name}
        defaultValue={chosen}
        className={`h-10 ${inputClass}`}
        {...field.described}
        {...props}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

type CheckProps = Named & { value?: string; defaultChecked?: boolean };

export function CheckField({ name, label, hint, value = "on", defaultChecked }: CheckProps) {
  const field = useField(name, Boolean(hint));
  const id = value === "on" ? field.id : `${field.id}-${value}`;
  return (
    <div>
      <label htmlFor={id} className="check-item -mx-2">
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={field.typed ? field.typed.includes(value) : defaultChecked}
          {...field.described}
        />
        <span className="min-w-0">{label}</span>
      </label>
      <Remarks field={field} hint={hint} />
    </div>
  );
}

type ChoiceProps = Named & {
  options: readonly (Option & { shortcut?: string; hint?: string })[];
  defaultValue?: string;
};

/** One of a few, all of them in sight. */
export function ChoiceField({ name, label, hint, options, defaultValue }: ChoiceProps) {
  const field = useField(name, Boolean(hint));
  const chosen = field.typed?.[0] ?? defaultValue;
  return (
    <fieldset {...field.described}>
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map(({ value, label: word, shortcut, hint: title }, index) => (
          <label
            key={value}
            title={title}
            className="flex min-h-9 cursor-pointer items-center gap-1.5 rounded-md border border-line-strong px-2.5 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={chosen === value}
              aria-keyshortcuts={shortcut}
              // The first takes the focus when none was chosen.
              aria-invalid={index === 0 && field.error ? true : undefined}
              className="size-4 accent-accent"
            />
            {word}
          </label>
        ))}
      </div>
      <Remarks field={field} hint={hint} />
    </fieldset>
  );
}
