"use client";

import { CircleCheck, TriangleAlert, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { settleSent } from "@/components/forms/use-draft";
import type { Said } from "@/lib/said";

/** What was just done: heard by screen readers, and seen until it is closed or something else is done. */
export function SaidBar({ said }: { said: Said | null }) {
  const [closed, setClosed] = useState<string | null>(null);
  const shown = useRef<string | null>(null);
  const path = usePathname();
  useEffect(() => {
    // Whoever has gone on has read it.
    if (path) setClosed(shown.current);
  }, [path]);
  // No draft is left by the time that it is read.
  useLayoutEffect(() => {
    if (said && said.id !== shown.current) settleSent(true);
  }, [said]);
  useEffect(() => {
    if (!said || said.id === shown.current) return;
    shown.current = said.id;
    // The form that had the focus is often gone.
    if (document.activeElement === document.body) document.getElementById("content")?.focus();
  }, [said]);
  const isShown = said !== null && said.id !== closed;
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-16 z-30 flex justify-center px-3 sm:bottom-4"
    >
      {isShown && (
        <p className="pointer-events-auto flex max-w-full items-center gap-2 rounded-md border border-line-strong bg-surface py-1.5 pr-1.5 pl-3 shadow-lg">
          {said.warning ? (
            <>
              <TriangleAlert aria-hidden className="size-4 shrink-0 text-moderate-ink" />
              <span className="sr-only">Warning: </span>
            </>
          ) : (
            <CircleCheck aria-hidden className="size-4 shrink-0 text-excellent-ink" />
          )}
          <bdi className="min-w-0">{said.text}</bdi>
          <button
            type="button"
            onClick={() => setClosed(said.id)}
            className="rounded p-1.5 text-muted hover:bg-sunken hover:text-ink noscript:hidden"
          >
            <X aria-hidden className="size-4" />
            <span className="sr-only">Close this message</span>
          </button>
        </p>
      )}
    </div>
  );
}
