import type { Attempt } from "./attempts";
import { timeAxis } from "./chart-time";
import { goesOn } from "./session";

/** Places on the axis, in percent of its length. `note` says why there is no bar, or only a dot. */
export type Bar = { left: number; width: number; ticks: number[]; note: string | null };
export type AttemptAxis = {
  marks: { label: string; left: number }[];
  /** By attempt, in their order; null where there is nothing to draw. */
  bars: (Bar | null)[];
};

/** More are there only where an agent wrote the year 1. */
const MARKS = 9;

type Timed = Pick<Attempt, "status" | "startedAt" | "endedAt">;

/**
 * One axis for all attempts. `events` are, for each attempt, the moments (ISO) at which something
 * changed; those that lie beyond the axis are left out.
 */
export function attemptAxis(
  attempts: readonly Timed[],
  events: readonly string[][],
  now: number,
): AttemptAxis {
  const spans = attempts.map((attempt) => spanOf(attempt, now));
  const times = spans.flatMap((span) => (span ? [span.from, span.to] : []));
  if (times.length === 0) return { marks: [], bars: spans.map(() => null) };
  const { domain, ticks, label } = timeAxis(times);
  const [from, to] = domain;
  const place = (time: number) => round(((time - from) / (to - from)) * 100);
  const every = Math.ceil(ticks.length / MARKS);
  const marked = ticks.filter((_, index) => index % every === 0);
  return {
    marks: marked.map((tick) => ({ label: label(tick), left: place(tick) })),
    bars: spans.map((span, index) => {
      if (!span) return null;
      const places = (events[index] ?? []).map((at) => place(Date.parse(at)));
      return {
        left: place(span.from),
        width: round(place(span.to) - place(span.from)),
        ticks: [...new Set(places)].filter((tick) => tick >= 0 && tick <= 100),
        note: span.note,
      };
    }),
  };
}

/** To a fifth of a percent: what lies closer is one line on every screen. */
const round = (percent: number) => Math.round(percent * 5) / 5;

type Span = { from: number; to: number; note: string | null };

function spanOf({ status, startedAt, endedAt }: Timed, now: number): Span | null {
  const from = Date.parse(startedAt ?? "");
  if (Number.isNaN(from)) return null;
  const end = goesOn(status) ? now : Date.parse(endedAt ?? "");
  if (Number.isNaN(end)) return { from, to: from, note: "Its end is not recorded." };
  if (end < from) return { from, to: from, note: "Its end lies before its start." };
  return { from, to: end, note: null };
}
