import { ChartCard } from "@/components/charts/chart-card";
import type { Charts } from "@/lib/data/overview";
import { outcomeColors } from "@/lib/domain/chart-colors";
import { mostFinding } from "@/lib/domain/findings-groups";
import { periodHref, type Scope } from "@/lib/domain/overview-query";
import { outcomes } from "@/lib/domain/sub-agents";
import { humanize } from "@/lib/format";

type Props = { results: Charts["results"]; scope: Scope };

const words = {
  one: "failing check",
  many: "failing checks",
  none: "No sub-agent’s check failed",
  isOf: { one: "comes from", many: "come from" },
};
const typeWords = (type: string) => (type === "OTHER" ? "Other types" : humanize(type));

export function SubAgentsChart({ results, scope }: Props) {
  const types = [...Map.groupBy(results, ({ type }) => type)]
    .map(([type, each]) => ({
      type,
      counts: Object.fromEntries(
        outcomes.map((outcome) => [
          outcome,
          each.find((result) => result.outcome === outcome)?.results ?? 0,
        ]),
      ),
    }))
    // What fails most stands first.
    .toSorted((a, b) => (b.counts.FAIL ?? 0) - (a.counts.FAIL ?? 0) || (a.type < b.type ? -1 : 1));
  const failing = types.map(({ type, counts }) => ({
    label: typeWords(type).toLowerCase(),
    number: counts.FAIL ?? 0,
  }));
  return (
    <ChartCard
      id="sub-agents"
      title={results.length === 0 ? "No sub-agent has reported" : mostFinding(failing, words)}
      measures="Results of sub-agents by their type and outcome, in the sessions that started in this period. Some sessions have several of one kind."
      empty="No session that started in this period has a sub-agent’s result."
      spec={{
        kind: "rows",
        stacked: true,
        series: outcomes
          .toReversed()
          .map((key) => ({ key, label: humanize(key), color: outcomeColors[key] })),
        points: types.map(({ type, counts }) => ({
          label: typeWords(type),
          values: counts,
          hrefs: Object.fromEntries(
            outcomes
              .filter((outcome) => counts[outcome])
              .map((outcome) => [outcome, periodHref(scope, { agent: `${type}:${outcome}` })]),
          ),
        })),
        x: "Sub-agent",
        y: "Results",
      }}
    />
  );
}
