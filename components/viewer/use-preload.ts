import { useEffect } from "react";
import type { ViewerState } from "./use-viewer";

/** Once what one looks at is there, the pictures of the next pair, and of the one before it. */
export function usePreload({ list, current, pairAt, before, after }: ViewerState) {
  const isSettled = [before, after].every(
    ({ item, status }) => !item?.src || status === "ready" || status === "dead",
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each pair
  useEffect(() => {
    if (!isSettled) return;
    const place = list.indexOf(current);
    for (const index of [list[place + 1], list[place - 1]]) {
      const pair = index === undefined ? undefined : pairAt(index);
      for (const item of [pair?.before, pair?.after]) {
        if (!item?.src) continue;
        const image = new Image();
        image.referrerPolicy = "no-referrer";
        image.src = item.src;
      }
    }
  }, [isSettled, current]);
}
