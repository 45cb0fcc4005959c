/** What is followed over a session's life, and the column that it is. */
export const measures = {
  quality: "quality_score",
  codeQuality: "code_quality_score",
  performance: "performance_score",
  security: "security_score",
  uxAccessibility: "ux_accessibility_score",
  progress: "implementation_progress",
  coverage: "test_coverage_pct",
} as const;

export type Measure = keyof typeof measures;
/** Scores 0-100, progress and coverage in percent; null where nobody measured. */
export type Values = Record<Measure, number | null>;

/** How a session stood from a moment (ISO) on. */
export type HistoryPoint = { at: string; status: string | null; values: Values };

/** What changed at a moment, by column; a row of `session_history`. */
export type HistoryStep = { at: string; changes: unknown };

const names = Object.keys(measures) as Measure[];
const nothing = Object.fromEntries(names.map((name) => [name, null])) as Values;

/**
 * The steps of one session, in their order, as points that each hold all values. What `now` says
 * of it comes last where the steps do not end there: of sessions that are older than Exhibit they
 * tell little.
 */
export function fold(steps: readonly HistoryStep[], now?: HistoryPoint): HistoryPoint[] {
  const points: HistoryPoint[] = [];
  let status: string | null = null;
  let values = nothing;
  for (const { at, changes } of steps) {
    const changed = changes as Record<string, unknown>;
    if (typeof changed.status === "string") status = changed.status;
    values = { ...values };
    for (const name of names) {
      const value = changed[measures[name]];
      if (value !== undefined) values[name] = typeof value === "number" ? value : null;
    }
    points.push({ at, status, values });
  }
  const last = points.at(-1);
  if (now && !(last && names.every((name) => last.values[name] === now.values[name]))) {
    const isLater = !last || Date.parse(now.at) > Date.parse(last.at);
    if (!isLater) points.pop();
    points.push(isLater ? now : { ...now, at: last.at });
  }
  return points;
}

/** The steps of each session, by its id. */
export function bySession<S extends { session_id: string }>(steps: readonly S[]): Map<string, S[]> {
  return Map.groupBy(steps, ({ session_id }) => session_id);
}
