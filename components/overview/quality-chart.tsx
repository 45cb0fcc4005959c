import { ChartCard } from "@/components/charts/chart-card";
import { ChartTable } from "@/components/charts/chart-table";
import type { QualityWeek } from "@/lib/data/overview";
import type { ChartSpec } from "@/lib/domain/chart";
import { seriesColors } from "@/lib/domain/chart-colors";
import { qualityFinding } from "@/lib/domain/findings";
import { periodHref, type Scope } from "@/lib/domain/overview-query";
import { bands } from "@/lib/domain/scores";
import { DEFAULT_TARGET } from "@/lib/domain/targets";
import { comparable, weekDays } from "@/lib/domain/weeks";
import { formatDay } from "@/lib/format";
import { spreadTable } from "./spread-table";
import { cutWords, weekAxis } from "./week-words";

type Props = { weeks: QualityWeek[]; scope: Scope; now: number };

export function QualityChart({ weeks, scope, now }: Props) {
  const scored = comparable(
    weeks.filter(({ median }) => median !== null),
    scope.from,
  );
  const title = qualityFinding(scored);
  const measures = `Median of the quality score of the scored sessions that started in a week, and the range of their middle half.${cutWords(weeks, scope, now)}`;
  const [first, last] = [scored[0], scored.at(-1)];
  const spec: ChartSpec = {
    kind: "lines",
    series: [{ key: "median", label: "Median quality", color: seriesColors.quality }],
    band: { low: "low", high: "high", label: "Middle half", color: seriesColors.quality },
    target: { key: "target", label: `Good, from ${DEFAULT_TARGET}` },
    points: weeks.map(({ week, scored, low, median, high }) => {
      const band = bands.filter((each) => each !== "unscored");
      const href = periodHref(scope, { ...weekDays(week, scope.from), band });
      return {
        label: formatDay(week, now),
        values: { median, low, high, scored, target: DEFAULT_TARGET },
        href: scored > 0 ? href : undefined,
      };
    }),
    x: weekAxis,
    y: "Quality score (0–100)",
    domain: [0, 100],
  };
  return (
    <ChartCard
      id="quality"
      title={title}
      measures={measures}
      aside={
        first &&
        last !== first &&
        `week of ${formatDay(first.week, now)} to week of ${formatDay(last?.week ?? "", now)}`
      }
      empty="No session that started in this period has a quality score."
      spec={spec}
      table={<ChartTable title={title} measures={measures} spec={spreadTable(spec)} />}
    />
  );
}
