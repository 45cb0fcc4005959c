import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import {
  BarChart,
  CartesianGrid,
  ComposedChart,
  ResponsiveContainer,
  Tooltip,
  useActiveTooltipDataPoints,
  useIsTooltipActive,
  useXAxisScale,
  useYAxisScale,
} from "recharts";
import { placeHref, type Row } from "@/lib/domain/chart-rows";
import { ChartTooltip } from "./chart-tooltip";
import type { DrawingProps } from "./drawing";
import { useFollow } from "./use-follow";

type Props = DrawingProps & { rows: Row[]; right?: number; children: ReactNode };

/** recharts goes through rows by left and right alone, and the wrong way round. */
const keysOfRows: Record<string, string | undefined> = {
  ArrowDown: "ArrowLeft",
  ArrowRight: "ArrowLeft",
  ArrowUp: "ArrowRight",
  ArrowLeft: "ArrowRight",
};

/** What all charts share: size, grid, tooltip, keys. The axes and the marks are its children. */
export function Frame({ title, spec, onDrawn, rows, right = 12, children }: Props) {
  const follow = useFollow();
  const active = useRef<Row>(undefined);
  const lying = spec.kind === "rows";
  // They differ in what marks the active place: a line through it, or a ground behind it.
  const Chart = spec.kind === "lines" ? ComposedChart : BarChart;

  const onKeys = (event: KeyboardEvent<HTMLElement>) => {
    const key = lying && event.nativeEvent.isTrusted && keysOfRows[event.key];
    if (key) {
      event.preventDefault();
      event.stopPropagation();
      event.target.dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true }));
    }
    if (event.key !== "Enter") return;
    const href = active.current && placeHref(active.current.point);
    if (!href) return;
    // To recharts Enter would close the tooltip.
    event.stopPropagation();
    follow(href, event);
  };

  return (
    <div className="h-full [&_g]:outline-none" onKeyDownCapture={onKeys}>
      <ResponsiveContainer width="100%" height="100%">
        <Chart
          data={rows}
          layout={lying ? "vertical" : "horizontal"}
          margin={{ top: 20, right, bottom: 18, left: 0 }}
          barCategoryGap="18%"
          barGap={1}
          aria-label={`${title}. The arrow keys go through its places.`}
        >
          <CartesianGrid stroke="var(--line)" vertical={lying} horizontal={!lying} />
          <Tooltip
            isAnimationActive={false}
            filterNull={false}
            cursor={
              spec.kind === "lines" ? { stroke: "var(--line-strong)" } : { fill: "var(--sunken)" }
            }
            content={({ payload }) =>
              payload[0] ? <ChartTooltip row={payload[0].payload as Row} spec={spec} /> : null
            }
          />
          {children}
          <Watch
            onDrawn={onDrawn}
            onActive={(row) => {
              active.current = row;
            }}
          />
        </Chart>
      </ResponsiveContainer>
    </div>
  );
}

type WatchProps = { onDrawn: () => void; onActive: (row: Row | undefined) => void };

/** Tells from inside the chart when it has its scales, and which place is active. */
function Watch({ onDrawn, onActive }: WatchProps) {
  const ready = [useXAxisScale(), useYAxisScale()].every(Boolean);
  const isActive = useIsTooltipActive();
  const row = useActiveTooltipDataPoints<Row>()?.[0];
  useEffect(() => {
    if (ready) onDrawn();
  }, [ready, onDrawn]);
  useEffect(() => {
    onActive(isActive ? row : undefined);
  });
  return null;
}
