import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import type { ChartSpec } from "@/lib/domain/chart";
import { formatValue, gapWords, valueAt } from "@/lib/domain/chart-columns";
import type { Row } from "@/lib/domain/chart-rows";

type Props = { spec: ChartSpec; rows: Row[] };

/** A number at the end of a row, readable over the ticks that it may meet. */
export function ValueText({ x, y, text }: { x: number; y: number; text: string }) {
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      <text
        x={x + 5}
        y={y}
        dominantBaseline="central"
        fontSize={11}
        fill="var(--ink)"
        stroke="var(--surface)"
        strokeWidth={3}
        paintOrder="stroke"
        pointerEvents="none"
      >
        {text}
      </text>
    </ZIndexLayer>
  );
}

/** The share of a place that stays free on each side of its target. */
const INSET = 0.06;

/** A tick across each place where its target lies. */
export function Targets({ spec: { kind, target }, rows }: Props) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!target || !x || !y) return null;
  const [place, length] = kind === "rows" ? [y, x] : [x, y];
  const ticks = rows.map(({ point, index }) => {
    const value = valueAt(point, target.key);
    const start = place(index, { position: "start" });
    const end = place(index, { position: "end" });
    const at = value === null ? undefined : length(value);
    if (start === undefined || end === undefined || at === undefined) return null;
    const inset = (end - start) * INSET;
    const [from, to] = [start + inset, end - inset];
    const ends =
      kind === "rows" ? { x1: at, x2: at, y1: from, y2: to } : { x1: from, x2: to, y1: at, y2: at };
    return (
      <g key={index} pointerEvents="none">
        <line {...ends} stroke="var(--surface)" strokeWidth={4} />
        <line {...ends} stroke="var(--ink)" strokeWidth={2} />
      </g>
    );
  });
  // Above the bars, below the numbers at their ends.
  return <ZIndexLayer zIndex={DefaultZIndexes.line}>{ticks}</ZIndexLayer>;
}

/** The sum of a stack at its end, and words where a row holds nothing. */
export function RowEnds({ spec, rows }: Props) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;
  return rows.map(({ point, index }) => {
    const values = spec.series
      .map(({ key }) => valueAt(point, key))
      .filter((each) => each !== null);
    const total = values.reduce((sum, value) => sum + value, 0);
    const at = { x: x(total), y: y(index, { position: "middle" }) };
    if (at.x === undefined || at.y === undefined || (values.length > 0 && !spec.stacked))
      return null;
    const text = values.length > 0 ? formatValue(total, spec.unit) : gapWords(spec);
    return <ValueText key={index} x={at.x} y={at.y} text={text} />;
  });
}
