import { useEffect } from "react";
import { parseWay, viewerHref, type Way } from "@/lib/domain/viewer-address";

const STORED = "exhibit-way";

/** Browsers allow only so many changes of the address in a while. */
const PAUSE = 150;

/** Keeps what is shown in the address, so that a link shows the same. The server is not asked. */
export function useAddress(session: string, at: string, way: Way, threshold: number) {
  useEffect(() => {
    const href = viewerHref(session, { at, way, threshold });
    const timer = setTimeout(() => {
      // Somebody may be on the way to another page.
      if (location.pathname !== href.split("?")[0]) return;
      if (location.pathname + location.search !== href) history.replaceState(null, "", href);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [session, at, way, threshold]);
}

export const rememberWay = (way: Way) => localStorage.setItem(STORED, way);

/** Looks as one looked last, where the address names no way. */
export function useRememberedWay(named: Way | null, choose: (way: Way) => void) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    const stored = parseWay(localStorage.getItem(STORED));
    if (!named && stored) choose(stored);
  }, []);
}
