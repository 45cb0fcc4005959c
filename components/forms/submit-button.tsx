"use client";

import { type ComponentProps, use } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "./context";

/** Says when its form is under way, and does not lose the focus meanwhile. */
export function SubmitButton({ children, ...props }: ComponentProps<typeof Button>) {
  const { pending } = use(Form);
  return (
    <Button type="submit" variant="primary" {...props} aria-disabled={pending}>
      {pending ? "One moment…" : children}
    </Button>
  );
}
