import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { rowAround } from "@/components/keys/rows";
import { noteVisit } from "./recent";
import { arrive, comeBack, noteRow } from "./visits";

/** Until a page's title stands, and nobody is only passing through. */
const LOOKED_AT = 500;

/** Remembers which pages and rows one was at, and goes back to them. */
export function useVisits() {
  const path = usePathname();
  const search = useSearchParams().toString();
  useEffect(() => {
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    if (entry?.type === "back_forward") comeBack();
    const onFocus = ({ target }: FocusEvent) => {
      const row = rowAround(target);
      if (row) noteRow(row, false);
    };
    const onClick = ({ target }: MouseEvent) => {
      const row = rowAround(target);
      if (row && (target as Element).closest("a")) noteRow(row, true);
    };
    const over = new AbortController();
    const { signal } = over;
    // A jump within the page has no state.
    window.addEventListener("popstate", ({ state }) => state && comeBack(), { signal });
    // Before the link itself acts.
    document.addEventListener("click", onClick, { capture: true, signal });
    document.addEventListener("focusin", onFocus, { signal });
    return () => over.abort();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each page
  useEffect(() => {
    arrive();
    const timer = setTimeout(noteVisit, LOOKED_AT);
    return () => clearTimeout(timer);
  }, [path, search]);
}
