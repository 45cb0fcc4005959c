import { csvLine } from "@/lib/export/csv";
import type { ChartSpec } from "./chart";
import { columns, valueAt } from "./chart-columns";

/** The table of a chart as RFC 4180 has it. Numbers stay as they are; gaps are empty cells. */
export function toCsv(spec: ChartSpec): string {
  const heads = columns(spec);
  const timed = spec.points.some(({ at }) => at);
  const lines = [
    [spec.x, ...(timed ? ["Time"] : []), ...heads.map(({ label }) => label)],
    ...spec.points.map((point) => [
      point.label,
      ...(timed ? [point.at ?? ""] : []),
      ...heads.map(({ key }) => valueAt(point, key) ?? null),
    ]),
  ];
  return lines.map(csvLine).join("");
}

/** "weekly-quality-2026-11-22.csv" */
export function fileName(id: string, kind: "csv" | "svg", now: Date): string {
  const slug = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${slug || "chart"}-${now.toISOString().slice(0, 10)}.${kind}`;
}
