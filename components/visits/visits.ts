import { linkOf, markRow } from "@/components/keys/rows";
import { readStored, store } from "@/components/ui/stored";

/** Addresses of lists, the latest first, each list once. */
const LISTS = "exhibit-lists";
/** By the address of a list: the row that one was at, and how far it was scrolled when it was opened. */
const ROWS = "exhibit-rows";
const KEPT = 20;

type Place = { row: string; scrolled?: number };
type Places = Record<string, Place>;

const here = () => location.pathname + location.search;
const pathOf = (address: string) => address.split("?")[0] ?? "";

/** The list among these that was looked at last, with its filters. */
export const latestList = (paths: readonly string[]) =>
  readStored<string[]>(LISTS, []).find((address) => paths.includes(pathOf(address)));

function noteList() {
  const others = readStored<string[]>(LISTS, []).filter(
    (address) => pathOf(address) !== location.pathname,
  );
  store(LISTS, [here(), ...others].slice(0, KEPT));
}

export function noteRow(row: Element, isOpened: boolean) {
  const link = linkOf(row)?.getAttribute("href");
  if (!link) return;
  markRow(row);
  const { [here()]: _, ...others } = readStored<Places>(ROWS, {});
  const place = { row: link, scrolled: isOpened ? Math.round(scrollY) : undefined };
  store(ROWS, Object.fromEntries([...Object.entries(others), [here(), place]].slice(-KEPT)));
}

let backTo = "";
let arrivedAt = "";

/** Somebody goes back, and may be there: the router can be faster than whoever calls this. */
export function comeBack(address = here()) {
  backTo = address;
  if (arrivedAt === here() && address === here()) arrive();
}

/**
 * Comes to a page. Where that is a list that one comes back to: to the row that one was at. The
 * browser has scrolled already, but not as far where the page before was shorter.
 */
export function arrive() {
  arrivedAt = here();
  const list = document.querySelector("[data-rows]");
  if (!list) return;
  const isBack = backTo === here();
  backTo = "";
  noteList();
  const place = isBack ? readStored<Places>(ROWS, {})[here()] : undefined;
  const row = [...list.children].find(
    (each) => place && linkOf(each)?.getAttribute("href") === place.row,
  );
  // Rows that two lists share are not made anew.
  markRow(row);
  // Who has begun to type is not taken away from it.
  if (!row || document.activeElement?.matches("input, textarea, select")) return;
  if (place?.scrolled !== undefined) scrollTo({ top: place.scrolled, behavior: "instant" });
  // Already there, where the browser has scrolled.
  row.scrollIntoView({ block: "nearest", behavior: "instant" });
  linkOf(row)?.focus({ preventScroll: true });
  noteRow(row, false);
}
