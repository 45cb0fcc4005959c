import { useEffect, useState } from "react";
import type { Box, Size } from "@/lib/domain/difference";
import {
  moved,
  type Point,
  type View,
  viewOf,
  viewOfBox,
  type Zoom,
  zoomAt,
} from "@/lib/domain/view";

/** How both pictures lie in their panes, which are of one size. */
export function useView(picture: Size | null, at: string) {
  const [zoom, setZoom] = useState<Zoom>("fit");
  const [pane, setPane] = useState<Size | null>(null);
  // What one had moved to is somewhere else in another picture.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each pair
  useEffect(() => setZoom((last) => (typeof last === "object" ? "fit" : last)), [at]);
  // Several may come before the next drawing, each from where the last one led.
  const change = (next: (last: View, pane: Size) => View) =>
    setZoom((last) => (pane && picture ? next(viewOf(last, pane, picture), pane) : last));
  const view = pane && picture ? viewOf(zoom, pane, picture) : null;
  return {
    view,
    zoom,
    pane,
    setPane,
    setZoom,
    zoomBy: (times: number, point?: Point) =>
      change((last, { width, height }) =>
        zoomAt(last, times, point ?? { x: width / 2, y: height / 2 }),
      ),
    pan: (right: number, down: number) => change((last) => moved(last, right, down)),
    showBox: (box: Box) => {
      if (pane) setZoom(viewOfBox(box, pane));
    },
  };
}
