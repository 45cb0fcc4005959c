import { ChartCard } from "@/components/charts/chart-card";
import type { StatusWeek } from "@/lib/data/overview";
import { statusColors } from "@/lib/domain/chart-colors";
import { statusFinding } from "@/lib/domain/findings";
import { periodHref, type Scope } from "@/lib/domain/overview-query";
import { statuses } from "@/lib/domain/session";
import { weekDays } from "@/lib/domain/weeks";
import { formatDay, humanize } from "@/lib/format";
import { cutWords, weekAxis } from "./week-words";

type Props = { weeks: StatusWeek[]; scope: Scope; now: number };

export function StatusesChart({ weeks, scope, now }: Props) {
  return (
    <ChartCard
      id="statuses"
      title={statusFinding(weeks)}
      measures={`Sessions by the week in which they started and the status that they have now.${cutWords(weeks, scope, now)}`}
      empty="No session that started in this period is known."
      spec={{
        kind: "bars",
        stacked: true,
        series: statuses.map((status) => ({
          key: status,
          label: humanize(status),
          color: statusColors[status],
        })),
        points: weeks.map(({ week, counts }) => {
          const days = weekDays(week, scope.from);
          const known = statuses.filter((status) => counts[status] > 0);
          return {
            label: formatDay(week, now),
            values: counts,
            href: known.length > 0 ? periodHref(scope, days) : undefined,
            hrefs: Object.fromEntries(
              known.map((status) => [status, periodHref(scope, { ...days, status: [status] })]),
            ),
          };
        }),
        x: weekAxis,
        y: "Sessions",
      }}
    />
  );
}
