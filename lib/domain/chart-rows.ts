import type { ChartSpec, Point } from "./chart";
import { valueAt } from "./chart-columns";

/** A point as it is drawn: labels may repeat, so its number is its place on an axis of categories. */
export type Row = { point: Point; index: number /** Milliseconds. */; time: number };

/** Where all points of a line chart have a time, they stand in its order. */
export function toRows({ kind, points }: ChartSpec): { rows: Row[]; timed: boolean } {
  const rows = points.map((point, index) => ({ point, index, time: Date.parse(point.at ?? "") }));
  const timed =
    kind === "lines" && rows.length > 0 && rows.every(({ time }) => !Number.isNaN(time));
  if (!timed) return { rows, timed };
  const sorted = rows.toSorted((one, other) => one.time - other.time);
  return { rows: sorted.map((row, index) => ({ ...row, index })), timed };
}

const FEW = 40;

/** Whether a value has a gap on both sides, so that no line reaches it. */
export function isLone(rows: Row[], index: number, key: string): boolean {
  const has = (place: number) => {
    const row = rows[place];
    return row !== undefined && valueAt(row.point, key) !== null;
  };
  return has(index) && !has(index - 1) && !has(index + 1);
}

/** Whether the values of a line are few enough for a dot each. */
export function isSparse(rows: Row[]): boolean {
  return rows.length <= FEW;
}

/** Where the mark of a series leads. */
export function markHref({ href, hrefs }: Point, key: string): string | undefined {
  return hrefs?.[key] ?? href;
}

/** Where a whole place leads: its own list, else the first of its marks'. */
export function placeHref({ href, hrefs }: Point): string | undefined {
  return href ?? Object.values(hrefs ?? {}).find(Boolean);
}
