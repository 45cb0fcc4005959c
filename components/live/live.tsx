"use client";

import { loadLater } from "@/components/ui/load-later";

const useLiveBar = loadLater(() => import("./live-bar").then(({ LiveBar }) => LiveBar));

/** Nobody waits for it. */
export function Live({ made }: { made: number }) {
  const LiveBar = useLiveBar();
  return LiveBar && <LiveBar made={made} />;
}
