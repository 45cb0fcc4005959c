"use client";

import { CloudOff, RotateCw } from "lucide-react";
import { useTransition } from "react";
import { Button } from "./button";

type Props = { error: unknown; retry: () => void };

/** Stands where the failed part would be, and tries again there. */
export function ErrorPanel({ error, retry }: Props) {
  const [trying, start] = useTransition();
  const backend = digest(error) === "BACKEND";
  return (
    <div role="alert" className="mx-auto max-w-lg px-4 py-16 text-center">
      <CloudOff aria-hidden className="mx-auto size-8 text-muted" />
      <h1 className="mt-3 font-semibold text-lg">
        {backend ? "The database did not answer" : "This page could not be shown"}
      </h1>
      <p className="mt-1 text-muted">
        {backend
          ? "Exhibit is running, but what it reads from is not reachable just now. Nothing was lost or changed."
          : "Something on our side went wrong. Nothing was lost or changed."}{" "}
        Try again in a moment; if it stays like this, tell whoever runs Exhibit.
      </p>
      <Button
        variant="primary"
        className="mt-5"
        aria-disabled={trying}
        onClick={() => start(() => retry())}
      >
        <RotateCw aria-hidden className="size-4" />
        {trying ? "Trying…" : "Try again"}
      </Button>
      {!backend && digest(error) && (
        <p className="mt-4 text-muted text-xs">Reference for the log: {digest(error)}</p>
      )}
    </div>
  );
}

function digest(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error ? String(error.digest) : undefined;
}
