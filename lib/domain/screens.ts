import { type EvidenceItem, nameKey, type Pair, type PairState, stateOf } from "./evidence";

/** A picture of a screen, in the attempt that made it. */
export type ScreenCell = {
  /** From 1. */
  attempt: number;
  side: "before" | "after";
  pair: Pair;
  item: EvidenceItem;
  /** Against the picture before it in its row; null for the first. */
  change: Extract<PairState, "changed" | "unchanged" | "unknown"> | null;
};

export type Screen = {
  /** Without what tells its side and its type. */
  name: string;
  /** What it was before all attempts, then what each made of it; null where one shows none. */
  cells: (ScreenCell | null)[];
};

/**
 * The same screen through the attempts, oldest first. Screens that a later attempt shows come
 * before those that only earlier ones show.
 */
export function screensOf(attempts: readonly (readonly Pair[])[]): Screen[] {
  const found = attempts.map(byScreen);
  const keys = new Set(found.toReversed().flatMap((pairs) => [...pairs.keys()]));
  return [...keys].map((key) => {
    const pairs = found.map((each) => each.get(key) ?? null);
    const first = pairs.findIndex((pair) => pair?.before);
    const cells = [
      toCell(pairs[first] ?? null, "before", first + 1),
      ...pairs.map((pair, index) => toCell(pair, "after", index + 1)),
    ];
    return { name: nameOf(cells), cells: compared(cells) };
  });
}

/** By what its name says; a name that says nothing stands for its place, a second one for itself. */
function byScreen(pairs: readonly Pair[]): Map<string, Pair> {
  const screens = new Map<string, Pair>();
  for (const pair of pairs) {
    const item = pair.after ?? pair.before;
    if (!item) continue;
    const key = nameKey(item) || `#${item.place}`;
    let free = key;
    for (let number = 2; screens.has(free); number++) free = `${key} ${number}`;
    screens.set(free, pair);
  }
  return screens;
}

type Cell = Omit<ScreenCell, "change">;

function toCell(pair: Pair | null, side: Cell["side"], attempt: number): Cell | null {
  const item = pair?.[side];
  return pair && item ? { attempt, side, pair, item } : null;
}

function nameOf(cells: readonly (Cell | null)[]): string {
  const item = cells.findLast((cell) => cell)?.item;
  return item ? nameKey(item) || item.name : "";
}

function compared(cells: readonly (Cell | null)[]): (ScreenCell | null)[] {
  let last: EvidenceItem | null = null;
  return cells.map((cell) => {
    if (!cell) return null;
    const change = last && (stateOf(last, cell.item) as ScreenCell["change"]);
    last = cell.item;
    return { ...cell, change };
  });
}
