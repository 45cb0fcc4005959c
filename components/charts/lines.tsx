import type { MouseEvent } from "react";
import { Line } from "recharts";
import { columns, valueAt } from "@/lib/domain/chart-columns";
import { isLone, isSparse, markHref, type Row, toRows } from "@/lib/domain/chart-rows";
import { timeAxis } from "@/lib/domain/chart-time";
import { AxisTitles, CategoryAxis, TimeAxis, ValueAxis } from "./axes";
import { BandArea } from "./band-area";
import type { DrawingProps } from "./drawing";
import { Frame } from "./frame";
import { useFollow } from "./use-follow";

export function Lines(props: DrawingProps) {
  const { spec } = props;
  const follow = useFollow();
  const { rows, timed } = toRows(spec);
  const note = timed ? timeAxis(rows.map(({ time }) => time)).note : "";
  const type = spec.step ? "stepAfter" : "linear";
  // A target is the same at most places: it needs no dots to be read.
  const dotted = (key: string, index: number) =>
    (isSparse(rows) && key !== spec.target?.key) || isLone(rows, index, key);
  return (
    <Frame {...props} rows={rows}>
      {timed ? <TimeAxis rows={rows} /> : <CategoryAxis rows={rows} padded />}
      <ValueAxis spec={spec} />
      <AxisTitles top={spec.y} bottom={note ? `${spec.x} (${note})` : spec.x} />
      {spec.band && <BandArea band={spec.band} rows={rows} type={type} />}
      {columns(spec)
        .filter(({ mark }) => mark.shape === "line")
        .map(({ key, mark: { color, dash } }) => (
          <Line
            key={key}
            type={type}
            dataKey={(row: Row) => valueAt(row.point, key)}
            stroke={color}
            strokeWidth={2}
            strokeDasharray={dash}
            connectNulls={false}
            isAnimationActive={false}
            dot={({ cx, cy, index }) => (
              <Dot
                key={index}
                cx={cx}
                cy={dotted(key, index) ? cy : undefined}
                r={2.5}
                color={color}
              />
            )}
            activeDot={({ cx, cy, payload }) => {
              const href = markHref((payload as Row).point, key);
              const onClick = href ? (event: MouseEvent) => follow(href, event) : undefined;
              return <Dot cx={cx} cy={cy} r={4.5} color={color} onClick={onClick} />;
            }}
          />
        ))}
    </Frame>
  );
}

type DotProps = {
  cx?: number;
  cy?: number;
  r: number;
  color: string;
  onClick?: (event: MouseEvent) => void;
};

/** Its clear rim makes it easier to hit. */
function Dot({ cx, cy, r, color, onClick }: DotProps) {
  if (cx === undefined || cy === undefined || cy === null) return <g />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter on the drawing and the table do the same.
    <circle
      cx={cx}
      cy={cy}
      r={r}
      fill={color}
      stroke={onClick ? "transparent" : "none"}
      strokeWidth={12}
      onClick={onClick}
      className={onClick && "cursor-pointer"}
    />
  );
}
