import type { ChartSpec } from "./chart";
import { columns, valueAt } from "./chart-columns";

/** A spreadsheet would take such a text for a formula. */
const formula = /^[=+\-@\t\r]/;

function textCell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The table of a chart as RFC 4180 has it. Numbers stay as they are; gaps are empty cells. */
export function toCsv(spec: ChartSpec): string {
  const heads = columns(spec);
  const timed = spec.points.some(({ at }) => at);
  const lines = [
    [spec.x, ...(timed ? ["Time"] : []), ...heads.map(({ label }) => label)].map(textCell),
    ...spec.points.map((point) => [
      textCell(point.label),
      ...(timed ? [textCell(point.at ?? "")] : []),
      ...heads.map(({ key }) => String(valueAt(point, key) ?? "")),
    ]),
  ];
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** "weekly-quality-2026-11-22.csv" */
export function fileName(id: string, kind: "csv" | "svg", now: Date): string {
  const slug = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `${slug || "chart"}-${now.toISOString().slice(0, 10)}.${kind}`;
}
