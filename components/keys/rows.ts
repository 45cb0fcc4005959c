/** The rows of a list: the children of what has `data-rows`, each with the link that it is about. */
const rows = () => [...document.querySelectorAll<HTMLElement>("[data-rows] > *")];

export const linkOf = (row: Element) => row.querySelector<HTMLAnchorElement>("a[href]");
const boxOf = (row: Element) => row.querySelector<HTMLInputElement>("input[type=checkbox]");

export const rowAround = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-rows] > *") : null;

/** Where one is, or was before the focus went elsewhere. */
const current = () =>
  rowAround(document.activeElement) ??
  document.querySelector<HTMLElement>("[data-rows] > [data-cursor]");

/** There is one at most. */
export function markRow(row: Element | undefined) {
  for (const other of document.querySelectorAll("[data-cursor]")) {
    if (other !== row) other.removeAttribute("data-cursor");
  }
  row?.setAttribute("data-cursor", "");
}

function move(step: number) {
  const all = rows();
  const from = current();
  const to = all[Math.min(Math.max((from ? all.indexOf(from) : -1) + step, 0), all.length - 1)];
  // The focus goes along, so that screen readers say where one is.
  if (to) linkOf(to)?.focus({ preventScroll: true });
  to?.scrollIntoView({ block: "nearest" });
}

const choose = () => {
  const row = current();
  if (row) boxOf(row)?.click();
};

const open = () => {
  const row = current();
  if (row) linkOf(row)?.click();
};

const acts: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  Enter: open,
  x: choose,
};

/** What a key does in a list; nothing on a page without one, or where Enter does already what it does everywhere. */
export function rowAct(key: string, target: EventTarget | null) {
  const isFree = rows().length > 0 && (key !== "Enter" || target === document.body);
  return isFree ? acts[key] : undefined;
}

/** For the list of keys. */
export function rowKeys() {
  const all = rows();
  if (all.length === 0) return [];
  const chooses = all.some(boxOf) ? [{ key: "x", does: "Choose the row" }] : [];
  return [
    { key: "j", does: "Next row" },
    { key: "k", does: "Previous row" },
    { key: "Enter", does: "Open the row" },
    ...chooses,
  ];
}
