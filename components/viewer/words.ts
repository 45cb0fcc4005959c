import type { EvidenceItem, Pair, Side } from "@/lib/domain/evidence";

export const sideWords: Record<Side, string> = { before: "Before", after: "After" };

const MOST = 80;

/** "Before 3 of session 1a2b3c4d: login.png" */
export const altOf = (session: string, side: Side, { place, name }: EvidenceItem) =>
  `${sideWords[side]} ${place} of session ${session.slice(0, 8)}: ${name.slice(0, MOST)}`;

export const pairName = ({ before, after }: Pair) =>
  ((after ?? before)?.name ?? "").slice(0, MOST) || "a picture without a name";

export const stateWords: Record<Pair["state"], string> = {
  added: "added",
  removed: "removed",
  changed: "changed",
  unchanged: "unchanged",
  unknown: "not compared",
};

const pairedWords = {
  person: "Paired by a person.",
  name: "Paired by name.",
  place: "Paired by place in the lists.",
};

export function pairedBy({ before, after, pairedBy: how }: Pair): string {
  if (before && after) return how ? pairedWords[how] : "";
  return before ? "It has no partner after." : "It has no partner before.";
}
