"use client";

import { useState } from "react";

/** Plays when somebody says so, and never by itself: nothing of it is fetched before. */
export function Film({ src, label }: { src: string; label: string }) {
  const [dead, setDead] = useState(false);
  return (
    <div className="relative aspect-video overflow-hidden rounded border border-line bg-sunken">
      {/* biome-ignore lint/a11y/useMediaCaption: agents record screens without a word */}
      <video
        src={src}
        aria-label={label}
        controls={!dead}
        preload="none"
        playsInline
        onError={() => setDead(true)}
        className="block h-full w-full"
      />
      {dead && (
        <p
          role="status"
          className="absolute inset-0 grid place-content-center bg-sunken p-3 text-center text-muted text-xs"
        >
          This film does not play here: its address does not answer, or this browser cannot show its
          kind. Open it below.
        </p>
      )}
    </div>
  );
}
