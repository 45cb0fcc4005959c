import type { ChartSpec } from "./chart";
import { columns, valueAt } from "./chart-columns";

export type Scale = { domain: [number, number]; ticks: number[] };

const INTERVALS = 4;

/** The smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is whole and not below it. */
function wholeStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  const steps = [1, 2, 2.5, 5, 10].map((factor) => factor * power);
  return steps.find((step) => step >= least && Number.isInteger(step)) ?? 10 * power;
}

/** Whole numbers from the last one at or below `low` to the first at or above `high`. */
export function wholeTicks(low: number, high: number): number[] {
  const step = wholeStep((high - low) / INTERVALS);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** How far the values go; those in one stack count together. */
function extent(spec: ChartSpec): [number, number] {
  let [low, high] = [0, 0];
  for (const point of spec.points) {
    const total = spec.series.reduce((sum, { key }) => sum + (valueAt(point, key) ?? 0), 0);
    const each = columns(spec).map(({ key }) => valueAt(point, key) ?? 0);
    for (const value of spec.stacked ? [total, ...each] : each) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return [low, high];
}

/** The axis of the values. A fixed scale keeps its ends, whatever its ticks are. */
export function valueScale(spec: ChartSpec): Scale {
  const ticks = wholeTicks(...(spec.domain ?? extent(spec)));
  if (!spec.domain) return { domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1], ticks };
  const [low, high] = spec.domain;
  return { domain: [low, high], ticks: ticks.filter((tick) => tick >= low && tick <= high) };
}

const compact = new Intl.NumberFormat("en-GB", { notation: "compact" });
const plain = new Intl.NumberFormat("en-GB");

/** "75", "2,500", and "1.2m" where the whole number would not fit beside an axis. */
export function formatTick(value: number): string {
  return Math.abs(value) >= 10_000 ? compact.format(value) : plain.format(value);
}
