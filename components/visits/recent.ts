import { readStored, store } from "@/components/ui/stored";

/** Pages that were looked at in this tab, the latest first. */
export type Visit = { href: string; title: string };

const RECENT = "exhibit-recent";
const KEPT = 8;

export const recentVisits = () => readStored<Visit[]>(RECENT, []);

/** A page counts once, whatever its filters. */
export function noteVisit() {
  const title = document.title.replace(/ · Exhibit$/, "");
  const visit = { href: location.pathname + location.search, title };
  const others = recentVisits().filter(({ href }) => href.split("?")[0] !== location.pathname);
  store(RECENT, [visit, ...others].slice(0, KEPT));
}
