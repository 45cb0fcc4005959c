import type { MouseEvent } from "react";
import { ValueText } from "./overlays";

/** Pixels. */
type Box = { x: number; y: number; width: number; height: number };

type Props = {
  box: Box;
  lying: boolean;
  color: string;
  stacked?: boolean;
  value: number;
  /** Stands at the end of a bar that lies. */
  label?: string;
  onClick?: (event: MouseEvent) => void;
};

/** So long is a bar at least, in pixels, so that little is not taken for nothing. */
function leastLength(value: number, stacked?: boolean): number {
  if (value !== 0) return 2;
  return stacked ? 0 : 1;
}

/** Makes a bar long enough to be seen, and in a stack leaves a gap to the next one. */
function fitted({ x, y, width, height }: Box, { lying, value, stacked }: Props): Box {
  const least = leastLength(value, stacked);
  const gap = stacked ? 1 : 0;
  if (lying) return { x, y, width: Math.max(width - gap, least), height };
  const length = Math.max(height - gap, least);
  return { x, y: y + height - length, width, height: length };
}

export function BarMark(props: Props) {
  const { color, label, onClick } = props;
  const box = fitted(props.box, props);
  // What is too thin to be hit gets a clear rim.
  const rim = onClick && !props.stacked && Math.min(box.width, box.height) < 4 ? 8 : 0;
  return (
    <g>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter on the drawing and the table do the same. */}
      <rect
        {...box}
        fill={color}
        stroke="transparent"
        strokeWidth={rim}
        onClick={onClick}
        className={onClick && "cursor-pointer"}
      />
      {label && <ValueText x={box.x + box.width} y={box.y + box.height / 2} text={label} />}
    </g>
  );
}
