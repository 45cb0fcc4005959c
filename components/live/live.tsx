"use client";

import { loadLater } from "@/components/ui/load-later";

const useLiveBar = loadLater(() => import("./live-bar").then(({ LiveBar }) => LiveBar));

/** Nobody waits for it. `made` is another each time that the frame is made anew, with the page in it. */
export function Live({ made }: { made: number }) {
  const LiveBar = useLiveBar();
  return LiveBar && <LiveBar made={made} />;
}
