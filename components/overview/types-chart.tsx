import { ChartCard } from "@/components/charts/chart-card";
import { ChartTable } from "@/components/charts/chart-table";
import type { TypeQuality } from "@/lib/data/overview";
import type { ChartSpec } from "@/lib/domain/chart";
import { typesFinding } from "@/lib/domain/findings-groups";
import { periodHref, type Scope } from "@/lib/domain/overview-query";
import { bands } from "@/lib/domain/scores";
import { typeWord } from "@/lib/domain/session";
import { spreadTable } from "./spread-table";

const band = bands.filter((each) => each !== "unscored");
const measures =
  "Median of the quality score of the scored sessions of each implementation type that started in this period.";

export function TypesChart({ types, scope }: { types: TypeQuality[]; scope: Scope }) {
  const title = typesFinding(types.map(({ type, median }) => ({ label: typeWord(type), median })));
  const spec: ChartSpec = {
    kind: "rows",
    series: [{ key: "median", label: "Median quality", color: "var(--accent)" }],
    points: types.map(({ type, sessions, scored, low, median, high }) => {
      return {
        label: typeWord(type),
        values: { median, low, high, scored, sessions },
        href: scored > 0 ? periodHref(scope, { type: [type], band }) : undefined,
        hrefs: { sessions: periodHref(scope, { type: [type] }) },
      };
    }),
    x: "Implementation type",
    y: "Median quality score (0–100)",
    domain: [0, 100],
  };
  return (
    <ChartCard
      id="types"
      title={title}
      measures={measures}
      empty="No session that started in this period has a quality score."
      spec={spec}
      table={<ChartTable title={title} measures={measures} spec={spreadTable(spec)} />}
    />
  );
}
