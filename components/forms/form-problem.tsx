"use client";

import { CircleAlert } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ActionState } from "@/lib/action-state";

/** Why it was not done, at the top of the form; and what somebody else did meanwhile. */
export function FormProblem({ state: { message, meanwhile, signedOut } }: { state: ActionState }) {
  const path = usePathname();
  if (!message) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      data-problem
      className="flex gap-2.5 rounded-md border border-needs/50 bg-needs-soft px-3 py-2.5"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p>
          <span className="sr-only">Error: </span>
          {message}
        </p>
        {meanwhile && meanwhile.length > 0 && (
          <ul aria-label="Meanwhile" className="mt-1 list-disc pl-4 text-xs">
            {meanwhile.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        {signedOut && (
          <p className="mt-1">
            <a
              href={`/sign-in?next=${encodeURIComponent(path)}`}
              className="text-accent underline underline-offset-2"
            >
              Sign in again
            </a>
          </p>
        )}
      </div>
    </div>
  );
}
