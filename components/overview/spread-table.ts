import type { ChartSpec } from "@/lib/domain/chart";

const heads = [
  { key: "median", label: "Median" },
  { key: "low", label: "Middle half, from" },
  { key: "high", label: "Middle half, to" },
  { key: "scored", label: "Scored sessions" },
  { key: "sessions", label: "All sessions" },
];

/** The same points with what a drawing has no room for: how many sessions a median stands for. */
export function spreadTable(spec: ChartSpec): ChartSpec {
  const { band: _, target: __, ...rest } = spec;
  const told = heads.filter(({ key }) => spec.points.some(({ values }) => key in values));
  return { ...rest, series: told.map((head) => ({ ...head, color: "" })) };
}
