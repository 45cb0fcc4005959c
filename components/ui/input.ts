/** How what one types or chooses into looks. */
export const inputClass =
  "block w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink disabled:opacity-60 aria-invalid:border-needs";
