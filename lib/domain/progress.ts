import { formatDate } from "@/lib/format";
import type { HistoryPoint } from "./history";
import { goesOn } from "./session";

const DAY = 86_400_000;
const PLATEAU = 2 * DAY;

/** `at` is milliseconds: when the plateau began, or when it fell. */
export type Remark = { kind: "plateau" | "back"; at: number; words: string };

/**
 * Where one attempt's progress stood still for two days or more while it went on, and every time
 * it went back; in the order of time.
 */
export function progressRemarks(points: readonly HistoryPoint[], now: number): Remark[] {
  const plateaus = stretches(points, now)
    .filter(({ from, to }) => to - from >= PLATEAU)
    .map((stretch) => plateauRemark(stretch, now));
  return [...plateaus, ...stepsBack(points, now)].toSorted((one, other) => one.at - other.at);
}

type Stretch = { progress: number; from: number; to: number };

/** The times in which the attempt went on and its progress was known and did not change. */
function stretches(points: readonly HistoryPoint[], now: number): Stretch[] {
  const found: Stretch[] = [];
  let wasOn = false;
  for (const [index, { at, status, values }] of points.entries()) {
    const { progress } = values;
    const isOn = progress !== null && (status === null || goesOn(status));
    if (isOn) {
      const from = Date.parse(at);
      const to = Date.parse(points[index + 1]?.at ?? "") || now;
      const last = found.at(-1);
      if (wasOn && last?.progress === progress) last.to = to;
      else found.push({ progress, from, to });
    }
    wasOn = isOn;
  }
  return found;
}

function plateauRemark({ progress, from, to }: Stretch, now: number): Remark {
  const days = Math.floor((to - from) / DAY);
  const since = to === now ? ", since" : " from";
  return {
    kind: "plateau",
    at: from,
    words: `at ${progress} % for ${days} days${since} ${formatDate(from, now)}`,
  };
}

/** What is not known between two values does not hide that the second is lower. */
function stepsBack(points: readonly HistoryPoint[], now: number): Remark[] {
  let last: number | null = null;
  return points.flatMap(({ at, values: { progress } }): Remark[] => {
    const from = last;
    last = progress ?? last;
    if (from === null || progress === null || progress >= from) return [];
    const words = `fell from ${from} to ${progress} on ${formatDate(at, now)}`;
    return [{ kind: "back", at: Date.parse(at), words }];
  });
}
