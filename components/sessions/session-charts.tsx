import { ChartCard } from "@/components/charts/chart-card";
import type { Session } from "@/lib/data/session";
import { domainColors, seriesColors } from "@/lib/domain/chart-colors";
import { fold, type HistoryPoint, type HistoryStep, type Measure } from "@/lib/domain/history";
import { progressFinding, qualityFinding } from "@/lib/domain/history-findings";
import { domains } from "@/lib/domain/scores";
import { goesOn, typeWord } from "@/lib/domain/session";
import { type Target, targetFinding, targetsFor } from "@/lib/domain/targets";
import { formatMoment } from "@/lib/format";

type Props = { session: Session; steps: HistoryStep[]; targets: Target[]; now: number };

const scores = [
  { key: "quality", label: "Quality", color: seriesColors.quality },
  ...domains.map(({ key, label }) => ({ key, label, color: domainColors[key] })),
];
const shares = [
  { key: "progress", label: "Progress", color: seriesColors.progress },
  { key: "coverage", label: "Test coverage", color: seriesColors.coverage },
];

/** The domains against their targets, and how scores, progress and coverage moved. */
export function SessionCharts({ session, steps, targets, now }: Props) {
  const least = targetsFor(targets, session.type);
  const history = lifeOf(session, steps, now);
  return (
    <>
      <ChartCard
        id="domains"
        title={targetFinding(session.domains, least)}
        measures={`Each domain score (0–100) against the least that is asked of this type, ${typeWord(session.type)}.`}
        empty="None of the four domains has a score yet."
        spec={{
          kind: "rows",
          series: [{ key: "score", label: "Score", color: "var(--accent)" }],
          target: { key: "target", label: "Target" },
          points: domains.map(({ key, label }) => ({
            label,
            values: { score: session.domains[key], target: least[key] },
            color: domainColors[key],
          })),
          x: "Domain",
          y: "Score (0–100)",
          domain: [0, 100],
        }}
      />
      <ChartCard
        id="score-history"
        title={qualityFinding(history)}
        measures="The quality score and the four domain scores (0–100) over the session’s life. A gap is a time without a score."
        empty="No score has been recorded yet."
        spec={{
          kind: "lines",
          series: scores,
          points: pointsOf(history),
          x: "Time (UTC)",
          y: "Score (0–100)",
          domain: [0, 100],
          step: true,
        }}
      />
      <ChartCard
        id="progress-history"
        title={progressFinding(history)}
        measures="Progress and test coverage in percent over the session’s life, as the agent reported them."
        empty="Neither progress nor coverage has been recorded yet."
        spec={{
          kind: "lines",
          series: shares,
          points: pointsOf(history),
          x: "Time (UTC)",
          y: "Percent",
          unit: "%",
          gap: "not measured",
          domain: [0, 100],
          step: true,
        }}
      />
    </>
  );
}

/** From the first step to its end, or to now while it goes on. */
function lifeOf(session: Session, steps: HistoryStep[], now: number): HistoryPoint[] {
  const { columns, status, domains: scored, quality, progress, coverage } = session;
  const points = fold(steps, {
    at: columns.updated_at ?? columns.created_at ?? new Date(now).toISOString(),
    status,
    values: { quality, progress, coverage, ...scored },
  });
  const last = points.at(-1);
  return last && goesOn(status)
    ? [...points, { ...last, at: new Date(now).toISOString() }]
    : points;
}

const pointsOf = (history: HistoryPoint[]) =>
  history.map(({ at, values }) => ({
    label: formatMoment(at),
    at,
    values: values satisfies Record<Measure, number | null>,
  }));
