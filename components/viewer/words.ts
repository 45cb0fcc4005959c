import type { Pair, Side } from "@/lib/domain/evidence";

export const sideWords: Record<Side, string> = { before: "Before", after: "After" };

const MOST = 80;

export const pairName = ({ before, after }: Pair) =>
  ((after ?? before)?.name ?? "").slice(0, MOST) || "a picture without a name";

const pairedWords = {
  person: "Paired by a person.",
  name: "Paired by name.",
  place: "Paired by place in the lists.",
};

export function pairedBy({ before, after, pairedBy: how }: Pair): string {
  if (before && after) return how ? pairedWords[how] : "";
  return before ? "It has no partner after." : "It has no partner before.";
}
