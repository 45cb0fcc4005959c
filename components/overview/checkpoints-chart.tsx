import { ChartCard } from "@/components/charts/chart-card";
import type { Charts } from "@/lib/data/overview";
import { seriesColors } from "@/lib/domain/chart-colors";
import { mostFinding } from "@/lib/domain/findings-groups";
import { periodHref, type Scope } from "@/lib/domain/overview-query";
import type { Status } from "@/lib/domain/session";
import { humanize } from "@/lib/format";

type Props = { checkpoints: Charts["checkpoints"]; scope: Scope };

/** Nobody completes the checkpoints of the others any more. */
const counted: Status[] = ["active", "paused", "completed"];

const words = {
  one: "open required checkpoint",
  many: "open required checkpoints",
  none: "No required checkpoint is open",
  isOf: { one: "is about", many: "are about" },
};

export function CheckpointsChart({ checkpoints, scope }: Props) {
  const sorted = checkpoints.toSorted(
    (a, b) => b.checkpoints - a.checkpoints || (a.type < b.type ? -1 : 1),
  );
  const open = sorted.map(({ type, checkpoints }) => ({
    label: humanize(type).toLowerCase(),
    number: checkpoints,
  }));
  return (
    <ChartCard
      id="checkpoints"
      title={mostFinding(open, words)}
      measures="Required checkpoints that are not complete, and the sessions that they are of: those active, paused or completed that started in this period."
      empty="All required checkpoints of the sessions that started in this period are complete."
      spec={{
        kind: "rows",
        series: [
          { key: "checkpoints", label: "Checkpoints", color: "var(--accent)" },
          { key: "sessions", label: "Sessions", color: seriesColors.coverage },
        ],
        points: sorted.map(({ type, checkpoints, sessions }) => ({
          label: humanize(type),
          values: { checkpoints, sessions },
          href: periodHref(scope, { open: type, status: counted }),
        })),
        x: "Checkpoint type",
        y: "Number",
      }}
    />
  );
}
