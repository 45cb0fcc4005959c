import { Area, useYAxisScale } from "recharts";
import type { Band } from "@/lib/domain/chart";
import { valueAt } from "@/lib/domain/chart-columns";
import { isLone, type Row } from "@/lib/domain/chart-rows";

type Props = { band: Band; rows: Row[]; type: "linear" | "stepAfter" };

const OPACITY = 0.2;

function ends(row: Row | undefined, { low, high }: Band): [number, number] | null {
  const from = row ? valueAt(row.point, low) : null;
  const to = row ? valueAt(row.point, high) : null;
  return from === null || to === null ? null : [from, to];
}

/** The area behind the lines. Between two gaps it has no width: there a bar stands for it. */
export function BandArea({ band, rows, type }: Props) {
  return (
    <Area
      type={type}
      dataKey={(row: Row) => ends(row, band)}
      stroke="none"
      fill={band.color}
      fillOpacity={OPACITY}
      activeDot={false}
      isAnimationActive={false}
      dot={({ cx, index }) => (
        <LoneBand
          key={index}
          x={cx}
          ends={isLone(rows, index, band.low) ? ends(rows[index], band) : null}
          color={band.color}
        />
      )}
    />
  );
}

type LoneProps = { x?: number; ends: [number, number] | null; color: string };

function LoneBand({ x, ends, color }: LoneProps) {
  const scale = useYAxisScale();
  const [bottom, top] = [ends && scale?.(ends[0]), ends && scale?.(ends[1])];
  if (x === undefined || typeof bottom !== "number" || typeof top !== "number") return <g />;
  const height = Math.max(bottom - top, 1);
  return <rect x={x - 4} y={top} width={8} height={height} fill={color} fillOpacity={OPACITY} />;
}
