import { Bar } from "recharts";
import { formatValue, valueAt } from "@/lib/domain/chart-columns";
import { markHref, type Row, toRows } from "@/lib/domain/chart-rows";
import { AxisTitles, CategoryAxis, RowAxis, ValueAxis } from "./axes";
import { BarMark } from "./bar-mark";
import type { DrawingProps } from "./drawing";
import { Frame } from "./frame";
import { RowEnds, Targets } from "./overlays";
import { useFollow } from "./use-follow";

/** Bars that stand, or lie as rows. */
export function Bars(props: DrawingProps) {
  const { spec } = props;
  const follow = useFollow();
  const { rows } = toRows(spec);
  const lying = spec.kind === "rows";
  return (
    <Frame {...props} rows={rows} right={lying ? roomForValues(props) : undefined}>
      {lying ? <RowAxis rows={rows} /> : <CategoryAxis rows={rows} />}
      <ValueAxis spec={spec} />
      <AxisTitles top={lying ? spec.x : spec.y} bottom={lying ? spec.y : spec.x} />
      {spec.series.map(({ key, color }) => (
        <Bar
          key={key}
          dataKey={(row: Row) => valueAt(row.point, key)}
          stackId={spec.stacked ? "all" : undefined}
          maxBarSize={lying ? 22 : 48}
          isAnimationActive={false}
          shape={({ x, y, width, height, payload }) => {
            const { point } = payload as Row;
            const value = valueAt(point, key);
            if (value === null) return <g />;
            const href = markHref(point, key);
            return (
              <BarMark
                box={{ x, y, width, height }}
                lying={lying}
                color={point.color ?? color}
                onClick={href ? (event) => follow(href, event) : undefined}
                stacked={spec.stacked}
                value={value}
                label={lying && !spec.stacked ? formatValue(value, spec.unit) : undefined}
              />
            );
          }}
        />
      ))}
      <Targets spec={spec} rows={rows} />
      {lying && <RowEnds spec={spec} rows={rows} />}
    </Frame>
  );
}

/** Pixels right of the longest row, where its number stands. */
function roomForValues({ spec }: DrawingProps): number {
  const totals = spec.points.map((point) =>
    spec.series.reduce((sum, { key }) => sum + (valueAt(point, key) ?? 0), 0),
  );
  return 14 + Math.max(...totals.map((total) => formatValue(total, spec.unit).length)) * 7;
}
