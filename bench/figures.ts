export type Figure = { what: string; value: string; aim?: string; met?: boolean };

export const median = (values: number[]): number => quantile(values, 0.5);

export function quantile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  return below + ((sorted[Math.ceil(at)] ?? below) - below) * (at % 1);
}

/** The median, and between which two the middle half lies. */
export function middle(ratios: number[]): string {
  const [low, mid, high] = [0.25, 0.5, 0.75].map((part) => quantile(ratios, part).toFixed(2));
  return `${mid} (quartiles ${low} to ${high})`;
}

export const ms = (value: number) => `${value.toFixed(1)} ms`;

const WIDEST = 80;

/** A table in Markdown, readable in a terminal too. */
export function table(figures: Figure[]): string {
  const rows = [
    ["figure", "measured", "aim", "met"],
    ...figures.map(({ what, value, aim, met }) => [
      what,
      value,
      aim ?? "",
      met === undefined ? "" : met ? "yes" : "**no**",
    ]),
  ];
  // A long cell stands out rather than making all rows as long.
  const widths = [0, 1, 2, 3].map((i) =>
    Math.min(WIDEST, Math.max(...rows.map((row) => row[i]?.length ?? 0))),
  );
  const line = (row: string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [line(rows[0] ?? []), rule, ...rows.slice(1).map(line)].join("\n");
}
