import { Text, useChartHeight, useChartWidth, XAxis, YAxis } from "recharts";
import type { ChartSpec } from "@/lib/domain/chart";
import type { Row } from "@/lib/domain/chart-rows";
import { formatTick, valueScale } from "@/lib/domain/chart-scale";
import { timeAxis } from "@/lib/domain/chart-time";

const tick = { fill: "var(--muted)", fontSize: 11 };
const line = { stroke: "var(--line-strong)" };
/** Pixels of an average letter at that size. */
const LETTER = 6.4;

/** The names of both axes lie flat, where they take no width: on top and below. */
export function AxisTitles({ top, bottom }: { top: string; bottom: string }) {
  const width = useChartWidth() ?? 0;
  const height = useChartHeight() ?? 0;
  const look = { ...tick, maxLines: 1, width: Math.max(width - 8, 0) };
  return (
    <>
      <Text {...look} x={0} y={0} verticalAnchor="start">
        {top}
      </Text>
      <Text {...look} x={width / 2} y={height - 2} textAnchor="middle" verticalAnchor="end">
        {bottom}
      </Text>
    </>
  );
}

/** The axis of the numbers: on the left, below for rows. */
export function ValueAxis({ spec }: { spec: ChartSpec }) {
  const { domain, ticks } = valueScale(spec);
  const shared = {
    type: "number" as const,
    domain,
    ticks,
    tick,
    tickFormatter: formatTick,
    axisLine: false,
    tickLine: false,
  };
  if (spec.kind === "rows") return <XAxis {...shared} height={20} />;
  const longest = Math.max(...ticks.map((value) => formatTick(value).length));
  return <YAxis {...shared} interval={0} width={longest * LETTER + 12} />;
}

export function TimeAxis({ rows }: { rows: Row[] }) {
  const { domain, ticks, label } = timeAxis(rows.map(({ time }) => time));
  return (
    <XAxis
      type="number"
      scale="time"
      dataKey="time"
      domain={domain}
      ticks={ticks}
      tick={tick}
      tickFormatter={label}
      interval="equidistantPreserveStart"
      minTickGap={10}
      axisLine={line}
      tickLine={line}
      height={24}
      padding={{ left: 8, right: 8 }}
    />
  );
}

const FEW = 8;
/** Degrees and pixels of names that do not fit side by side. */
const SLOPE = { angle: -40, width: 108, height: 78 };

const longestOf = (texts: string[]) => Math.max(...texts.map((text) => text.length)) * LETTER;

/** Few places keep all their names, in lines or sloping; of many as many as there is room for. */
export function CategoryAxis({ rows, padded = false }: { rows: Row[]; padded?: boolean }) {
  const width = useChartWidth() ?? 0;
  const names = rows.map(({ point }) => point.label);
  const few = rows.length <= FEW;
  const room = (width - 48) / rows.length - 4;
  const slopes = few && longestOf(names.flatMap((name) => name.split(" "))) > room;
  const wraps = few && longestOf(names) > room;
  const side = padded ? Math.min(longestOf(names) / 2, room / 2, 40) : 0;
  const look = slopes
    ? { angle: SLOPE.angle, width: SLOPE.width, maxLines: 1, textAnchor: "end" as const }
    : { width: room, maxLines: 2, textAnchor: "middle" as const };
  return (
    <XAxis
      type="category"
      dataKey="index"
      tickFormatter={(index: number) => names[index] ?? ""}
      interval={few ? 0 : "equidistantPreserveStart"}
      minTickGap={10}
      axisLine={line}
      tickLine={few ? false : line}
      height={slopes ? SLOPE.height : wraps ? 38 : 24}
      padding={{ left: side, right: side }}
      tick={
        few
          ? ({ x, y, payload }) => (
              <Text {...tick} {...look} x={x} y={y} verticalAnchor="start">
                {names[payload.value] ?? ""}
              </Text>
            )
          : tick
      }
    />
  );
}

/** The names down the left side of rows: two lines at most, and never more than two fifths. */
export function RowAxis({ rows }: { rows: Row[] }) {
  const width = useChartWidth() ?? 0;
  const longest = longestOf(rows.map(({ point }) => point.label));
  const room = Math.min(longest + 14, width * 0.4, 220);
  return (
    <YAxis
      type="category"
      dataKey="index"
      interval={0}
      width={room}
      axisLine={line}
      tickLine={false}
      tick={({ x, y, payload }) => (
        <Text
          {...tick}
          x={x}
          y={y}
          width={room - 8}
          maxLines={2}
          textAnchor="end"
          verticalAnchor="middle"
        >
          {rows[payload.value]?.point.label ?? ""}
        </Text>
      )}
    />
  );
}
