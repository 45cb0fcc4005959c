import type { CSSProperties, ReactNode } from "react";
import type { Size } from "@/lib/domain/difference";
import type { View } from "@/lib/domain/view";

/** From so many times on one wants to see the pixels. */
const CRISP = 3;

/** How an element of the picture's own size is laid into a pane. */
export function layerStyle({ zoom, x, y }: View, { width, height }: Size): CSSProperties {
  return {
    position: "absolute",
    top: 0,
    left: 0,
    width,
    height,
    maxWidth: "none",
    transformOrigin: "0 0",
    transform: `translate(${x}px, ${y}px) scale(${zoom})`,
    imageRendering: zoom >= CRISP ? "pixelated" : "auto",
  };
}

type Props = { pane: string; className?: string; style?: CSSProperties; children: ReactNode };

/** A window onto a picture; all panes of the stage show the same part. */
export function Pane({ pane, className = "", style, children }: Props) {
  return (
    <div data-pane={pane} className={`min-h-0 min-w-0 overflow-hidden ${className}`} style={style}>
      {children}
    </div>
  );
}
