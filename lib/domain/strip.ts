import type { Pair } from "./evidence.ts";

/** Shares of changed pixels, by the pair's place in the list of them. */
export type Shares = ReadonlyMap<number, number>;

const isUnchanged = (pair: Pair, share: number | undefined) =>
  pair.state === "unchanged" || share === 0;

const rank = ({ state }: Pair) => (state === "added" || state === "removed" ? 0 : 1);

/**
 * In which order pairs are shown: what was added or removed, what changed most, what could not be
 * compared; and what did not change, which is folded away. As places in the list of pairs.
 */
export function orderPairs(pairs: readonly Pair[], shares: Shares) {
  const all = pairs.map((pair, index) => ({ pair, index, share: shares.get(index) }));
  const shown = all.filter(({ pair, share }) => !isUnchanged(pair, share));
  shown.sort(
    (one, other) =>
      rank(one.pair) - rank(other.pair) ||
      (other.share ?? -1) - (one.share ?? -1) ||
      one.index - other.index,
  );
  return {
    shown: shown.map(({ index }) => index),
    unchanged: all.filter((each) => isUnchanged(each.pair, each.share)).map(({ index }) => index),
  };
}

/** Which of a row's items stand in its window, with some to spare on either side. */
export function itemsInWindow(
  count: number,
  item: number,
  scrolled: number,
  width: number,
  spare = 6,
): { first: number; last: number } {
  const first = Math.max(0, Math.floor(scrolled / item) - spare);
  const last = Math.min(count - 1, Math.ceil((scrolled + width) / item) + spare);
  return { first: Math.min(first, Math.max(0, last)), last };
}
