import { formatNumber } from "@/lib/format";
import { allOf, both, shareFinding } from "./findings";
import { domains } from "./scores";
import type { DomainScores } from "./targets";

/** Which domain trails, in the newest week in which two or more were scored. */
export function domainsFinding(weeks: readonly { medians: DomainScores }[]): string {
  const scoredOf = (medians: DomainScores) =>
    domains.flatMap(({ key, label }) => {
      const median = medians[key];
      return median === null ? [] : [{ label, median }];
    });
  const week = comparedWeek(weeks) ?? weeks.findLast(({ medians }) => scoredOf(medians).length > 0);
  const scored = week ? scoredOf(week.medians) : [];
  const [only] = scored;
  if (!only) return "No session has a domain score";
  if (scored.length === 1) {
    return `Only ${inSentence(only.label)} is scored: median ${formatNumber(only.median)}`;
  }
  const least = Math.min(...scored.map(({ median }) => median));
  const lowest = scored.filter(({ median }) => median === least).map(({ label }) => label);
  const others = scored.filter(({ median }) => median > least);
  if (others.length === 0) {
    const all =
      scored.length === domains.length ? "All four domains" : both(lowest.map(inSentence));
    return `${all} stand at ${formatNumber(least)}`;
  }
  const gap = formatNumber(Math.min(...others.map(({ median }) => median)) - least);
  const rest =
    others.length > 1 ? "the other domains" : inSentence(others[0]?.label ?? "the other domain");
  return `${both(lowest.map(inSentence))} ${lowest.length > 1 ? "trail" : "trails"} ${rest} by ${gap}`;
}

/** The week that the finding speaks of; undefined where no week has two domains to compare. */
export function comparedWeek<W extends { medians: DomainScores }>(
  weeks: readonly W[],
): W | undefined {
  return weeks.findLast(
    ({ medians }) => domains.filter(({ key }) => medians[key] !== null).length > 1,
  );
}

/** "UX/accessibility", "security" */
function inSentence(label: string): string {
  return /^[A-Z][A-Z]/.test(label)
    ? label.replace("/A", "/a")
    : label.charAt(0).toLowerCase() + label.slice(1);
}

/** Which types score lowest. */
export function typesFinding(types: readonly { label: string; median: number | null }[]): string {
  const scored = types.flatMap(({ label, median }) => (median === null ? [] : { label, median }));
  const [first] = scored;
  if (!first) return "No session has a quality score";
  if (scored.length === 1) {
    return `Only ${inSentence(first.label)} has scored sessions: median ${formatNumber(first.median)}`;
  }
  const least = Math.min(...scored.map(({ median }) => median));
  const lowest = scored.filter(({ median }) => median === least);
  const median = `a median of ${formatNumber(least)}`;
  if (lowest.length === scored.length) return `${allOf(scored.length)} types have ${median}`;
  if (lowest.length > 2) return `${lowest.length} types score lowest, with ${median}`;
  const names = both(lowest.map(({ label }) => inSentence(label)));
  return lowest.length === 1
    ? `${names} scores lowest, with ${median}`
    : `${names} score lowest, both with ${median}`;
}

type Group = { label: string; number: number };
/** What is counted, and what the groups are to it: "failing check", "failing checks", "come from". */
type Words = { one: string; many: string; none: string; isOf: { one: string; many: string } };

/** Which group has the most of something. Labels stand in the middle of a sentence. */
export function mostFinding(groups: readonly Group[], { one, many, none, isOf }: Words): string {
  const total = groups.reduce((sum, { number }) => sum + number, 0);
  if (total === 0) return none;
  const most = Math.max(...groups.map(({ number }) => number));
  const tops = groups.filter(({ number }) => number === most).map(({ label }) => label);
  const [top] = tops;
  if (total === 1) return `The only ${one} ${isOf.one} ${top}`;
  if (most === total) return `${allOf(total)} ${many} ${isOf.many} ${top}`;
  if (tops.length > 1) {
    const names = tops.length > 3 ? `${tops.length} types` : both(tops);
    return `${names} have the most ${many}, ${formatNumber(most)} each`;
  }
  return shareFinding(most, total, many, {
    one: `${isOf.one} ${top}`,
    many: `${isOf.many} ${top}`,
  });
}
