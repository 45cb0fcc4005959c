import { count, formatNumber } from "@/lib/format";
import { type Status, statuses } from "./session";

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "Testing", "Testing and security", "Testing, security and design" */
export const both = (words: readonly string[]) => upper(list.format(words));
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const fractions = [
  [1 / 4, "a quarter"],
  [1 / 3, "a third"],
  [1 / 2, "half"],
  [2 / 3, "two thirds"],
  [3 / 4, "three quarters"],
] as const;
/** So far from a fraction a share may be and still be called by its name. */
const NEAR = 0.015;

/** "All 12", "Both" */
export const allOf = (number: number) => (number === 2 ? "Both" : `All ${formatNumber(number)}`);

/** "a third", "37 %"; of fewer than ten the number itself: it says more. */
export function share(part: number, whole: number): string {
  if (whole < 10) return formatNumber(part);
  const named = fractions.find(([value]) => Math.abs(part / whole - value) <= NEAR);
  if (named) return named[1];
  const percent = Math.round((100 * part) / whole);
  // Rounding must neither make some of none nor all of most.
  if (percent === 0 && part > 0) return "less than 1 %";
  return `${part < whole ? Math.min(percent, 99) : percent} %`;
}

/** "A third of the 84 scored sessions are below 75", where it is not none and not all. */
export function shareFinding(part: number, whole: number, what: string, is: Verb): string {
  return `${upper(share(part, whole))} of the ${formatNumber(whole)} ${what} ${part === 1 && whole < 10 ? is.one : is.many}`;
}
type Verb = { one: string; many: string };

/** How a median moved from the first week that has one to the last. */
export function qualityFinding(weeks: readonly { median: number | null }[]): string {
  const scored = weeks.flatMap(({ median }) => median ?? []);
  const [first, last] = [scored[0], scored.at(-1)];
  if (first === undefined || last === undefined) return "No session has a quality score";
  if (scored.length === 1) {
    return `Only one week has scored sessions: median ${formatNumber(first)}`;
  }
  if (first === last) {
    const held = scored.every((median) => median === first);
    return held
      ? `Median quality held at ${formatNumber(first)}`
      : `Median quality is back at ${formatNumber(first)}`;
  }
  const way = first < last ? "rose" : "fell";
  return `Median quality ${way} from ${formatNumber(first)} to ${formatNumber(last)}`;
}

/** How many started, and what became of most of them. */
export function statusFinding(weeks: readonly { counts: Record<Status, number> }[]): string {
  const numbers = statuses.map((status) => ({
    status,
    number: weeks.reduce((sum, { counts }) => sum + counts[status], 0),
  }));
  const total = numbers.reduce((sum, { number }) => sum + number, 0);
  if (total === 0) return "No session started";
  const most = Math.max(...numbers.map(({ number }) => number));
  const tops = numbers.filter(({ number }) => number === most);
  const [top] = tops;
  if (total === 1) return `1 session started, and it is ${top?.status}`;
  const started = `${count(total, "session")} started`;
  if (most === total) return `${started}, ${total === 2 ? "both" : "all"} of them ${top?.status}`;
  if (most > total / 2) return `${started}, most of them ${top?.status}`;
  const said = tops.map(({ status }, index) =>
    index === 0 ? `${formatNumber(most)} of them ${status}` : `${formatNumber(most)} ${status}`,
  );
  return `${started}, ${list.format(said)}`;
}

/** The share of scored sessions that do not reach the band "good". */
export function bandsFinding(bands: Record<"moderate" | "needs" | "unscored", number> & Above) {
  const below = bands.moderate + bands.needs;
  const scored = below + bands.excellent + bands.high + bands.good;
  if (scored === 0) {
    if (bands.unscored === 0) return "No session started";
    return bands.unscored === 1
      ? "The only session has no quality score"
      : `None of the ${formatNumber(bands.unscored)} sessions has a quality score`;
  }
  if (scored === 1) return `The only scored session ${below === 1 ? "is below" : "reaches"} 75`;
  if (below === 0) return `${allOf(scored)} scored sessions reach 75`;
  if (below === scored) return `${allOf(scored)} scored sessions are below 75`;
  const is = { one: "is below 75", many: "are below 75" };
  return shareFinding(below, scored, "scored sessions", is);
}
type Above = Record<"excellent" | "high" | "good", number>;
