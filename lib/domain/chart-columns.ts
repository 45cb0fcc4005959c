import { formatNumber } from "@/lib/format";
import type { ChartSpec, Point } from "./chart";

/** How something looks in the drawing, for the legend, the tooltip and the downloaded picture. */
export type Mark = {
  shape: "line" | "box" | "band" | "tick";
  color: string;
  /** An SVG dash array. */
  dash?: string;
};

export type Entry = { label: string; mark: Mark };
export type Column = Entry & { key: string };

/** So that lines differ by more than their colour. The first is whole. */
const dashes = [undefined, "7 3", "2 3", "9 3 2 3", "4 2", "12 4", "5 3 1 3 1 3"];

function seriesColumns({ kind, series }: ChartSpec): Column[] {
  return series.map(({ key, label, color, dash }, index) => {
    const pattern = dashes[index % dashes.length] ?? (dash ? "5 4" : undefined);
    const mark: Mark =
      kind === "lines" ? { shape: "line", color, dash: pattern } : { shape: "box", color };
    return { key, label, mark };
  });
}

function targetColumns({ kind, target }: ChartSpec): Column[] {
  if (!target) return [];
  const color = "var(--ink)";
  const mark: Mark =
    kind === "lines" ? { shape: "line", color, dash: "1 4" } : { shape: "tick", color };
  return [{ ...target, mark }];
}

/** What a point's numbers are called, in the order of the table: series, band, target. */
export function columns(spec: ChartSpec): Column[] {
  const { band } = spec;
  const bandMark: Mark = { shape: "band", color: band?.color ?? "" };
  return [
    ...seriesColumns(spec),
    ...(band
      ? [
          { key: band.low, label: `${band.label}, from`, mark: bandMark },
          { key: band.high, label: `${band.label}, to`, mark: bandMark },
        ]
      : []),
    ...targetColumns(spec),
  ];
}

/**
 * What a legend must name. A chart of one thing alone says it in its title, and bars that each have
 * a colour of their own are named beside them.
 */
export function legend(spec: ChartSpec): Entry[] {
  const { band, points } = spec;
  const entries: Entry[] = [
    ...(points.some(({ color }) => color) ? [] : seriesColumns(spec)),
    ...(band ? [{ label: band.label, mark: { shape: "band" as const, color: band.color } }] : []),
    ...targetColumns(spec),
  ];
  return entries.length > 1 || spec.target ? entries : [];
}

/** The number of a column at a point; null is a gap. */
export function valueAt(point: Point, key: string): number | null {
  const value = point.values[key];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** False when nothing was measured: then there is nothing to draw. */
export function hasValues({ series, points }: ChartSpec): boolean {
  return points.some((point) => series.some(({ key }) => valueAt(point, key) !== null));
}

/** "86", "1,234,567", "40 %" */
export function formatValue(value: number, unit?: string): string {
  return unit ? `${formatNumber(value)}\u00a0${unit}` : formatNumber(value);
}

export function gapWords({ gap = "not scored" }: ChartSpec): string {
  return gap;
}

/** Pixels. Rows need as much as they are many; the others read best at one height. */
export function boxHeight({ kind, series, points, stacked }: ChartSpec): number {
  if (kind !== "rows") return 220;
  const bars = stacked ? 1 : series.length;
  return 64 + points.length * Math.max(34, 14 + bars * 16);
}
