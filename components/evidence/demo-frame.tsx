"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

type Props = {
  src: string;
  host: string;
  label: string;
  referrer: "no-referrer" | "strict-origin";
};

/** Another site's page within ours. Nothing of it is fetched until somebody asks for it. */
export function DemoFrame({ src, host, label, referrer }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div className="aspect-video overflow-hidden rounded border border-line bg-sunken">
      {open ? (
        <iframe
          src={src}
          title={label}
          // It keeps its own origin, which is never ours, without which players do not play.
          sandbox="allow-scripts allow-same-origin allow-forms"
          allow="fullscreen"
          referrerPolicy={referrer}
          className="block h-full w-full bg-white"
        />
      ) : (
        <div className="grid h-full place-content-center justify-items-center gap-2 p-3 text-center text-muted text-xs">
          <p>
            From <bdi className="font-medium text-ink">{host}</bdi>
          </p>
          <Button size="small" onClick={() => setOpen(true)}>
            Show it here<span className="sr-only">: {label}</span>
          </Button>
        </div>
      )}
    </div>
  );
}
