import { type DomainKey, domains } from "./scores";

export type DomainScores = Record<DomainKey, number | null>;

/** A row of `quality_targets`. */
export type Target = { implementation_type: string; domain: string; least_score: number };

/** What a domain should reach where nobody set a target: the band "good". */
export const DEFAULT_TARGET = 75;

const columns: Record<DomainKey, string> = {
  codeQuality: "code_quality",
  performance: "performance",
  security: "security",
  uxAccessibility: "ux_accessibility",
};

/** The least score (0-100) that each domain should reach in sessions of this type. */
export function targetsFor(targets: readonly Target[], type: string): Record<DomainKey, number> {
  const least = (key: DomainKey) =>
    targets.find((row) => row.implementation_type === type && row.domain === columns[key])
      ?.least_score ?? DEFAULT_TARGET;
  return {
    codeQuality: least("codeQuality"),
    performance: least("performance"),
    security: least("security"),
    uxAccessibility: least("uxAccessibility"),
  };
}

/** In one sentence: which domains miss their target and by how much. */
export function targetFinding(scores: DomainScores, targets: Record<DomainKey, number>): string {
  const scored = domains.flatMap(({ key, label }) => {
    const score = scores[key];
    return score === null ? [] : [{ label, short: targets[key] - score }];
  });
  if (scored.length === 0) return "No domain was scored";
  const missed = scored.filter(({ short }) => short > 0).toSorted((a, b) => b.short - a.short);
  const unscored = domains.length - scored.length;
  const rest = unscored > 0 ? `, ${unscored} ${unscored === 1 ? "was" : "were"} not scored` : "";
  if (missed.length === 0) {
    if (unscored === 0) return "All four domains reach their targets";
    return `${scored.length === 1 ? "The one scored domain reaches its target" : `${scored.length} domains reach their targets`}${rest}`;
  }
  const [worst] = missed;
  const others = missed.length - 1;
  const said = `${worst?.label} is ${worst?.short} below its target`;
  if (others === 0) return `${said}${rest}`;
  return `${said}, ${others} other${others === 1 ? " is" : "s are"} below too${rest}`;
}
