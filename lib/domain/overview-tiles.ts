import { formatNumber } from "@/lib/format";
import { type Period, periods } from "./overview-query";

/** How this week compares with the last one by the same weekday and time. */
export function completedWords(thisWeek: number, lastWeekByNow: number): string {
  const more = thisWeek - lastWeekByNow;
  if (more === 0) return "as many as last week by this time";
  return `${formatNumber(Math.abs(more))} ${more > 0 ? "more" : "fewer"} than last week by this time`;
}

/** How a period's median compares with that of the same length before; null is not scored. */
export function medianWords(median: number | null, before: number | null, period: Period): string {
  const { days } = periods[period];
  if (median === null) return "nothing was scored";
  if (days === null) return "of all scored sessions";
  const then = `the ${days} days before`;
  if (before === null) return `nothing was scored in ${then}`;
  if (median === before) return `as in ${then}`;
  const gap = formatNumber(Math.abs(median - before));
  return `${median > before ? "up" : "down"} ${gap} from ${formatNumber(before)} in ${then}`;
}
