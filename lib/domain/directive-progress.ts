import { formatMoment } from "@/lib/format";
import type { Attempt } from "./attempts";
import type { ChartSpec, Point } from "./chart";
import { statusColors } from "./chart-colors";
import { fold, type HistoryPoint, type HistoryStep } from "./history";
import { progressRemarks, type Remark } from "./progress";
import { goesOn, type Status } from "./session";

/** An attempt with its number, from 1, and how its progress moved. */
export type Life = {
  number: number;
  attempt: Attempt;
  /** What changed, and when. */
  steps: HistoryStep[];
  points: HistoryPoint[];
  remarks: Remark[];
  /** False where Exhibit saw no step of it: it is older than its history. */
  witnessed: boolean;
};

export function toLives(
  attempts: readonly Attempt[],
  steps: ReadonlyMap<string, HistoryStep[]>,
  now: number,
): Life[] {
  return attempts.map((attempt, index) => {
    const own = steps.get(attempt.id) ?? [];
    const points = fold(own, present(attempt, now));
    return {
      number: index + 1,
      attempt,
      steps: own,
      points,
      remarks: progressRemarks(points, now),
      witnessed: fold(own).some(({ values }) => values.progress !== null),
    };
  });
}

function present(attempt: Attempt, now: number): HistoryPoint {
  const { status, quality, domains, progress, coverage, endedAt } = attempt;
  const isOver = !goesOn(status) && !Number.isNaN(Date.parse(endedAt ?? ""));
  return {
    at: isOver && endedAt ? endedAt : new Date(now).toISOString(),
    status,
    values: { quality, ...domains, progress, coverage },
  };
}

/** Where the newest attempt stands, and the last that is to be said of how it came there. */
export function progressTitle(lives: readonly Life[]): string {
  const last = lives.findLast(({ attempt }) => attempt.progress !== null);
  if (!last) return "No progress was recorded";
  const { attempt, number, remarks } = last;
  const stands = `at ${attempt.progress} %`;
  const remark = remarks.at(-1)?.words;
  if (goesOn(attempt.status) && remark?.startsWith(stands)) return `Attempt ${number} ${remark}`;
  const verb = goesOn(attempt.status) ? "is" : "ended";
  return [`Attempt ${number} ${verb} ${stands}`, remark].filter(Boolean).join("; ");
}

/** A line for each attempt, in the colour of its status, which no two of a directive share. */
export function progressSpec(lives: readonly Life[], now: number): ChartSpec {
  const lines = lives.map(({ attempt, points }) => ({
    id: attempt.id,
    ...lineOf(attempt, points, now),
  }));
  const times = new Set(lines.flatMap(({ moments }) => moments.map(({ time }) => time)));
  const points = thin([...times].toSorted((one, other) => one - other)).map((time): Point => {
    const at = new Date(time).toISOString();
    const values = lines.map(({ id, moments, until }) => [id, valueAt(moments, until, time)]);
    return { label: formatMoment(at), at, values: Object.fromEntries(values) };
  });
  return {
    kind: "lines",
    series: lives.map(({ attempt, number }) => ({
      key: attempt.id,
      label: `Attempt ${number}, ${attempt.status}`,
      color: statusColors[attempt.status as Status] ?? "var(--unscored)",
    })),
    points,
    x: "Time (UTC)",
    y: "Progress (%)",
    unit: "%",
    gap: "no progress",
    domain: [0, 100],
    step: true,
  };
}

type Moment = { time: number; progress: number };

/** What changed the progress, and the attempt's end, to which the line is drawn. */
function lineOf(attempt: Attempt, points: readonly HistoryPoint[], now: number) {
  const moments: Moment[] = [];
  for (const { at, values } of points) {
    if (values.progress === null || values.progress === moments.at(-1)?.progress) continue;
    moments.push({ time: Date.parse(at), progress: values.progress });
  }
  const last = moments.at(-1);
  if (!last) return { moments, until: 0 };
  const end = goesOn(attempt.status) ? now : Date.parse(attempt.endedAt ?? "") || last.time;
  const until = Math.max(end, last.time);
  if (until > last.time) moments.push({ time: until, progress: last.progress });
  return { moments, until };
}

function valueAt(moments: readonly Moment[], until: number, time: number): number | null {
  if (time > until) return null;
  return moments.findLast((moment) => moment.time <= time)?.progress ?? null;
}

const MOST = 400;

/** Evenly, the first and the last included. */
function thin(times: number[]): number[] {
  if (times.length <= MOST) return times;
  const every = (times.length - 1) / (MOST - 1);
  return Array.from({ length: MOST }, (_, index) => times[Math.round(index * every)] ?? 0);
}
