export const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** The first Monday that the clock knows. */
const MONDAY = 4 * DAY;
/** So many places a chart has at most; the functions of the overview give no more weeks either. */
export const PLACES = 400;

/** "2026-11-16", in UTC. */
export const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The Monday (00:00 UTC, milliseconds) with which the week of a time began. */
export const mondayOf = (time: number) => Math.floor((time - MONDAY) / WEEK) * WEEK + MONDAY;

/** The days, both inclusive, of the week that a Monday begins, as far as they lie in a period. */
export function weekDays(week: string, periodFrom: string | null): { from: string; to: string } {
  const to = dayOf(Date.parse(week) + 6 * DAY);
  return { from: periodFrom && periodFrom > week ? periodFrom : week, to };
}

/**
 * The weeks that can be compared: without a first one of which the period holds a part alone, where
 * that leaves two or more.
 */
export function comparable<W extends { week: string }>(weeks: readonly W[], from: string | null) {
  const [first, ...rest] = weeks;
  return first && rest.length > 1 && isCut([first], from) ? rest : weeks;
}

/** Whether a period begins within one of these weeks, of which it then shows a part alone. */
export function isCut(weeks: readonly { week: string }[], periodFrom: string | null): boolean {
  return weeks.some(({ week }) => weekDays(week, periodFrom).from !== week);
}

/**
 * The weeks from the first to the last that has anything, oldest first, with empty ones in between.
 * Where those would be more than a chart has places, the newest weeks that have something. Years
 * that are not of four digits cannot be shown, and nobody means them.
 */
export function fillWeeks<W extends { week: string }>(
  weeks: readonly W[],
  empty: (week: string) => W,
): W[] {
  const known = weeks
    .filter(({ week }) => /^\d{4}-\d\d-\d\d$/.test(week))
    .toSorted((one, other) => (one.week < other.week ? -1 : 1));
  const byWeek = new Map(known.map((each) => [each.week, each]));
  const first = Date.parse(known[0]?.week ?? "");
  const length = (Date.parse(known.at(-1)?.week ?? "") - first) / WEEK + 1;
  if (!(length <= PLACES)) return known.slice(-PLACES);
  return Array.from({ length }, (_, index) => {
    const week = dayOf(first + index * WEEK);
    return byWeek.get(week) ?? empty(week);
  });
}
