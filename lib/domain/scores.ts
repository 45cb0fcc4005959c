/** Highest first: a score belongs to the first band that it reaches. */
const scale = [
  { band: "excellent", from: 95, word: "excellent" },
  { band: "high", from: 85, word: "high" },
  { band: "good", from: 75, word: "good" },
  { band: "moderate", from: 65, word: "moderate" },
  { band: "needs", from: 0, word: "needs improvement" },
] as const;

export const bands = [...scale.map(({ band }) => band), "unscored"] as const;
export type Band = (typeof bands)[number];

/** The four domains, in the order in which they stand everywhere. */
export const domains = [
  { key: "codeQuality", label: "Code quality", short: "Code" },
  { key: "performance", label: "Performance", short: "Perf." },
  { key: "security", label: "Security", short: "Sec." },
  {
    key: "uxAccessibility",
    label: "UX/Accessibility",
    short: "UX",
  },
] as const;

export type DomainKey = (typeof domains)[number]["key"];
export const domainKeys = domains.map(({ key }) => key);

/**
 * A checkpoint's or an activation's score if somebody measured it, else null: zero is the column's
 * default, and nothing tells it from a result. A session's own scores are told apart by its card.
 */
export function scored(value: number | null | undefined): number | null {
  return value || null;
}

export function bandOf(score: number | null): Band {
  if (score === null) return "unscored";
  return scale.find(({ from }) => score >= from)?.band ?? "needs";
}

/** The scores at which a band begins, but for the lowest. */
export const bandEdges = scale.map(({ from }) => from).filter((from) => from > 0);

/** The least and the highest score of a band. */
export function bandRange(band: Exclude<Band, "unscored">): { from: number; to: number } {
  const index = scale.findIndex((step) => step.band === band);
  return { from: scale[index]?.from ?? 0, to: (scale[index - 1]?.from ?? 101) - 1 };
}

export function bandWord(band: Band): string {
  return scale.find((step) => step.band === band)?.word ?? "not scored";
}

const advice: Record<Exclude<Band, "unscored" | "needs">, string> = {
  excellent: "Excellent quality - ready for handoff",
  high: "High quality - minor improvements needed",
  good: "Good quality - address key issues",
  moderate: "Moderate quality - significant work needed",
};

/** What the agents' own summary view calls next_action, word for word. */
export function nextAction(status: string, quality: number | null): string {
  if (status === "completed") return "Implementation complete";
  const band = bandOf(quality);
  if (band !== "unscored" && band !== "needs") return advice[band];
  return status === "active" ? "Implementation in progress" : "Quality needs improvement";
}
