import { ChartCard } from "@/components/charts/chart-card";
import type { DomainWeek } from "@/lib/data/overview";
import { domainColors } from "@/lib/domain/chart-colors";
import { comparedWeek, domainsFinding } from "@/lib/domain/findings-groups";
import { periodHref, type Scope } from "@/lib/domain/overview-query";
import { domainKeys, domains } from "@/lib/domain/scores";
import { weekDays } from "@/lib/domain/weeks";
import { formatDay } from "@/lib/format";
import { cutWords, weekAxis } from "./week-words";

type Props = { weeks: DomainWeek[]; scope: Scope; now: number };

export function DomainsChart({ weeks, scope, now }: Props) {
  const compared = comparedWeek(weeks);
  return (
    <ChartCard
      id="domains"
      title={domainsFinding(weeks)}
      aside={compared && `in the week of ${formatDay(compared.week, now)}`}
      measures={`Median of each domain score of the sessions that started in a week, where that domain was scored.${cutWords(weeks, scope, now)}`}
      empty="No session that started in this period has a domain score."
      spec={{
        kind: "lines",
        series: domains.map(({ key, label }) => ({ key, label, color: domainColors[key] })),
        points: weeks.map(({ week, medians }) => {
          const href = periodHref(scope, weekDays(week, scope.from));
          const isScored = domains.some(({ key }) => medians[key] !== null);
          return {
            label: formatDay(week, now),
            values: medians,
            href: isScored ? href : undefined,
            hrefs: Object.fromEntries(
              domainKeys.map((scored) => [
                scored,
                medians[scored] === null
                  ? undefined
                  : periodHref(scope, { ...weekDays(week, scope.from), scored }),
              ]),
            ),
          };
        }),
        x: weekAxis,
        y: "Domain score (0–100)",
        domain: [0, 100],
      }}
    />
  );
}
