"use client";

import { CloudOff, RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { type MouseEvent, useRef, useTransition } from "react";
import { Ago } from "./ago";
import { isInUse } from "./in-use";
import { Updated } from "./updated";
import { useChanges } from "./use-changes";

const look =
  "pointer-events-auto flex min-h-8 items-center gap-1.5 rounded-full border bg-surface px-3 text-xs shadow-lg";

/** Says that the page has changed, where it was not shown already; and when it is not known. */
export function LiveBar({ made }: { made: number }) {
  const router = useRouter();
  const [isPending, start] = useTransition();
  const before = useRef<HTMLElement | null>(null);
  const show = () => start(() => router.refresh());
  const { standing, skew, page } = useChanges(made, () => {
    if (isInUse()) return false;
    if (!isPending) show();
    return true;
  });

  const onClick = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    show();
    if (document.activeElement !== currentTarget) return;
    // The button goes: back to where one was, and not to the start of the page.
    const to = before.current?.isConnected ? before.current : document.getElementById("content");
    to?.focus({ preventScroll: true });
  };
  return (
    <>
      <div className="pointer-events-none fixed inset-x-0 bottom-28 z-20 flex justify-center px-3 max-sm:[body:has(.session-table_:checked,.selection-bar_[name=ids])_&]:bottom-60 sm:top-2 sm:bottom-auto">
        <p role="status" className="sr-only">
          {standing.state === "changed" && "There is news of this page."}
          {standing.state === "away" && "Not live: backend away."}
        </p>
        {standing.state === "changed" && (
          <button
            type="button"
            aria-disabled={isPending}
            // A pointer leaves the focus where it is.
            onMouseDown={(event) => event.preventDefault()}
            onFocus={(event) => {
              before.current = event.relatedTarget as HTMLElement | null;
            }}
            onClick={onClick}
            className={`${look} border-accent font-medium text-accent-strong hover:bg-accent-soft`}
          >
            <RefreshCw aria-hidden className="size-3.5" />
            <span>
              Changed <Ago at={standing.at} /> – Show
            </span>
          </button>
        )}
        {standing.state === "away" && (
          <p className={`${look} border-line text-muted`}>
            <CloudOff aria-hidden className="size-3.5" />
            <span>
              Not live: backend away; last seen <Ago at={standing.seen} />
            </span>
          </p>
        )}
        {standing.state === "ended" && (
          <p role="alert" className={`${look} border-moderate text-moderate-ink`}>
            {standing.signedOut ? "You are signed out." : "You are no member of the team any more."}
            {standing.signedOut && (
              <a
                href={`/sign-in?next=${encodeURIComponent(page)}`}
                className="text-accent underline underline-offset-2"
              >
                Sign in again
              </a>
            )}
          </p>
        )}
      </div>
      {skew !== null && <Updated key={`${page} ${made}`} skew={skew} />}
    </>
  );
}
