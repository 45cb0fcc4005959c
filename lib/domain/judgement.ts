import { count, formatNumber } from "@/lib/format";

type Difference = { name: string; cases: number; difference: number };
type Overturned = { name: string; cases: number; overturned: number };

/** Of fewer cases a mean says little. */
const FEW = 3;

const whole = (value: number) => formatNumber(Math.abs(Math.round(value)));

/** "9 lower", "3 higher", "the same" */
export function differenceWords(difference: number): string {
  if (Math.round(difference) === 0) return "the same";
  return `${whole(difference)} ${difference < 0 ? "lower" : "higher"}`;
}

/** Where reviewers and agents differ most, by domain. */
export function differenceFinding(domains: readonly Difference[]): string {
  const cases = domains.reduce((sum, each) => sum + each.cases, 0);
  if (cases === 0) return "No reviewer has given a score of their own";
  const [most] = domains
    .filter((each) => each.cases >= FEW)
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  if (!most) return `Reviewers gave ${count(cases, "score")}: too few to compare`;
  if (Math.round(most.difference) === 0) return "Reviewers score as the agents do";
  const name = most.name.startsWith("UX") ? most.name : most.name.toLowerCase();
  return `Reviewers score ${name} ${differenceWords(most.difference)} than the agents`;
}

/** How often people decided against a sub-agent. */
export function overturnedFinding(agents: readonly Overturned[]): string {
  const cases = agents.reduce((sum, each) => sum + each.cases, 0);
  const overturned = agents.reduce((sum, each) => sum + each.overturned, 0);
  if (cases === 0) return "No session with a sub-agent’s result has a verdict";
  if (overturned === 0) return "People agreed with every sub-agent";
  return `People overturned ${formatNumber(overturned)} of ${count(cases, "sub-agent result")}`;
}
