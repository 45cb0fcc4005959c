import type { ReactNode } from "react";
import type { Charts } from "@/lib/data/overview";
import type { Scope } from "@/lib/domain/overview-query";
import { BandsChart } from "./bands-chart";
import { CheckpointsChart } from "./checkpoints-chart";
import { DomainsChart } from "./domains-chart";
import { QualityChart } from "./quality-chart";
import { StatusesChart } from "./statuses-chart";
import { SubAgentsChart } from "./sub-agents-chart";
import { TypesChart } from "./types-chart";

type Props = {
  charts: Charts;
  scope: Scope;
  now: number;
  /** Two cards that stand where what goes wrong has been seen. */
  children: ReactNode;
};

export function ChartGrid({ charts, scope, now, children }: Props) {
  return (
    <div className="grid gap-4 lg:grid-cols-2 xl:grid-cols-6 xl:*:col-span-3">
      <QualityChart weeks={charts.quality} scope={scope} now={now} />
      <SubAgentsChart results={charts.results} scope={scope} />
      <DomainsChart weeks={charts.domains} scope={scope} now={now} />
      <BandsChart counts={charts.bands} scope={scope} />
      {children}
      <div className="grid gap-4 lg:col-span-2 lg:grid-cols-2 xl:col-span-6! xl:grid-cols-3 lg:*:last:col-span-2 xl:*:last:col-span-1">
        <StatusesChart weeks={charts.statuses} scope={scope} now={now} />
        <TypesChart types={charts.types} scope={scope} />
        <CheckpointsChart checkpoints={charts.checkpoints} scope={scope} />
      </div>
    </div>
  );
}
