import { count, formatNumber } from "@/lib/format";
import type { EvidenceItem, Pair, PairState } from "./evidence";

/** How many of each a session has, also of those that were not read. */
export type EvidenceCounts = { before: number; after: number; demos: number };

/** The beginning of what a session shows. */
export type ShownEvidence = {
  /** As a person wants to see them: what changed before what stayed. */
  pairs: Pair[];
  demos: EvidenceItem[];
  counts: EvidenceCounts;
  /** Whether these are all pairs there are. */
  whole: boolean;
};

const order: readonly PairState[] = ["changed", "added", "removed", "unknown", "unchanged"];

/**
 * What changed first. Where a list was not read to its end, what seems to be without a partner may
 * have it there: nobody knows then.
 */
export function shownEvidence(
  read: { pairs: readonly Pair[]; demos: EvidenceItem[] } | undefined,
  counts: EvidenceCounts,
): ShownEvidence {
  const { pairs = [], demos = [] } = read ?? {};
  const isCut = {
    removed: pairs.filter(({ after }) => after).length < counts.after,
    added: pairs.filter(({ before }) => before).length < counts.before,
  };
  const known = pairs.map((pair): Pair => {
    const { state, pairedBy } = pair;
    const open = (state === "added" || state === "removed") && pairedBy === null && isCut[state];
    return open ? { ...pair, state: "unknown" } : pair;
  });
  return {
    pairs: known.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)),
    demos,
    counts,
    whole: !isCut.removed && !isCut.added,
  };
}

export const stateWords: Record<PairState, string> = {
  changed: "changed",
  added: "added",
  removed: "removed",
  unknown: "not compared",
  unchanged: "unchanged",
};

/** What a picture shows, for those who do not see it. */
export function pictureWords(side: string, { place, name }: EvidenceItem, session: string): string {
  return `${side} ${place} of session ${session.slice(0, 8)}: ${name.slice(0, 80)}`;
}

/** "2 before, 3 after, 1 demo": nothing of what there is none of. */
export function countWords({ before, after, demos }: EvidenceCounts): string {
  const parts = [
    before > 0 && `${formatNumber(before)} before`,
    after > 0 && `${formatNumber(after)} after`,
    demos > 0 && count(demos, "demo"),
  ];
  return parts.filter(Boolean).join(", ");
}
