const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.5 * DAY;
const YEAR = 365 * DAY;
/** The first Monday that the clock knows: weeks begin there. */
const MONDAY = 4 * DAY;
const TICKS = 8;

/** Between two ticks: a length in milliseconds, from DAY on in whole days, or in months. */
type Step = { length: number; months?: number };

const steps: Step[] = [
  ...[1, 5, 15, 30].map((count) => ({ length: count * MINUTE })),
  ...[1, 3, 6, 12].map((count) => ({ length: count * HOUR })),
  ...[1, 2, 7, 14].map((count) => ({ length: count * DAY })),
  ...[1, 2, 3, 6, 12, 24, 60].map((months) => ({ length: months * MONTH, months })),
];

const words = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
const clock = words({ hour: "2-digit", minute: "2-digit" });
const day = words({ day: "numeric", month: "short" });
const dayOfYear = words({ day: "numeric", month: "short", year: "numeric" });
const month = words({ month: "short", year: "numeric" });

/** The beginnings of months, as many apart as told, from the first at or after a time. */
function* monthsFrom(from: number, months: number): Generator<number> {
  const first = new Date(from - 1);
  const next = first.getUTCFullYear() * 12 + first.getUTCMonth() + 1;
  for (let count = Math.ceil(next / months) * months; ; count += months) {
    yield Date.UTC(Math.floor(count / 12), count % 12);
  }
}

function ticksBetween(from: number, to: number, step: Step): number[] {
  const ticks: number[] = [];
  const add = (tick: number) => {
    if (tick >= from && tick <= to) ticks.push(tick);
    return tick <= to;
  };
  if (step.months) {
    for (const tick of monthsFrom(from, step.months)) if (!add(tick)) break;
    return ticks;
  }
  const origin = step.length >= 7 * DAY ? MONDAY : 0;
  const first = origin + Math.ceil((from - origin) / step.length) * step.length;
  for (let tick = first; add(tick); tick += step.length);
  return ticks;
}

export type TimeAxis = {
  domain: [number, number];
  ticks: number[];
  label: (time: number) => string;
  /** What the labels leave unsaid; stands behind the name of the axis. */
  note: string;
};

/** An axis over some times (milliseconds, at least one), in UTC. */
export function timeAxis(times: number[]): TimeAxis {
  const from = Math.min(...times);
  const to = Math.max(...times);
  const span = to - from;
  if (span < MINUTE) {
    const domain: [number, number] = [from - 12 * HOUR, to + 12 * HOUR];
    return { domain, ticks: [from], label: dayOfYear.format, note: "" };
  }
  const step = steps.find(({ length }) => span / length <= TICKS) ?? { length: 0, months: 120 };
  const ticks = ticksBetween(from, to, step);
  const withinDays = step.length < DAY && !step.months;
  const label = (time: number) => {
    if (withinDays) return (time % DAY === 0 ? day : clock).format(time);
    if (step.months && span > YEAR) return month.format(time);
    return (span > YEAR ? dayOfYear : day).format(time);
  };
  return {
    domain: [from, to],
    ticks,
    label,
    note: withinDays ? `UTC, ${dayOfYear.format(from)}` : "",
  };
}
