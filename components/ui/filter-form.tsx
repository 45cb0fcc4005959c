"use client";

import { type ReactNode, useEffect, useRef } from "react";

type Props = { action: string; className?: string; children: ReactNode };

/**
 * A plain form whose fields become the address. Once its script is there, those that are empty stay
 * out of it. Not validated: the page says what it could not use, also of a field that is folded away.
 */
export function FilterForm({ action, className, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const element = form.current;
    const tidy = ({ formData }: FormDataEvent) => {
      for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
    };
    element?.addEventListener("formdata", tidy);
    return () => element?.removeEventListener("formdata", tidy);
  }, []);
  return (
    <form ref={form} action={action} noValidate className={className}>
      {children}
    </form>
  );
}
