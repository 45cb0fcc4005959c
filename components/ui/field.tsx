import type { ComponentProps, ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "name"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with it, and how to put it right. */
  error?: string;
};

export const inputClass =
  "block w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink disabled:opacity-60 aria-invalid:border-needs";

export function Field({ label, name, hint, error, id = `field-${name}`, ...props }: Props) {
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <input
        id={id}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={[errorId, hintId].filter(Boolean).join(" ") || undefined}
        className={`h-10 ${inputClass}`}
        {...props}
      />
      {error && (
        <p id={errorId} className="mt-1 text-xs text-needs-ink">
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
