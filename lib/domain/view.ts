import type { Box, Size } from "./difference.ts";

/** How a picture lies in its pane: how many times larger, and where its top left corner is. */
export type View = { zoom: number; x: number; y: number };
export type Point = { x: number; y: number };

/** What stays as it is chosen when the pane or the picture becomes another one. */
export type Zoom = "fit" | "width" | "actual" | View;

const LEAST = 0.02;
const MOST = 32;

const between = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), most);

/** Within the pane, or without a gap where it is larger than that. */
function held(view: View, pane: Size, picture: Size): View {
  const along = (start: number, room: number, length: number) =>
    length <= room ? (room - length) / 2 : between(start, room - length, 0);
  return {
    zoom: view.zoom,
    x: along(view.x, pane.width, picture.width * view.zoom),
    // A page is read from its top.
    y:
      picture.height * view.zoom <= pane.height
        ? 0
        : along(view.y, pane.height, picture.height * view.zoom),
  };
}

/** Where the picture lies. Nothing is shown larger than it is unless somebody asks for it. */
export function viewOf(zoom: Zoom, pane: Size, picture: Size): View {
  if (typeof zoom === "object") return held(zoom, pane, picture);
  const [across, down] = [pane.width / picture.width, pane.height / picture.height];
  const times = { fit: Math.min(across, down, 1), width: Math.min(across, 1), actual: 1 }[zoom];
  return held({ zoom: between(times, 0.0001, MOST), x: 0, y: 0 }, pane, picture);
}

/** Larger or smaller, so that what is at the point stays there. */
export function zoomAt({ zoom, x, y }: View, times: number, at: Point): View {
  const next = between(zoom * times, Math.min(LEAST, zoom), MOST);
  const ratio = next / zoom;
  return { zoom: next, x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio };
}

export const moved = (view: View, right: number, down: number): View => ({
  ...view,
  x: view.x + right,
  y: view.y + down,
});

/** The box in the middle of the pane, as large as is of use. */
export function viewOfBox(box: Box, pane: Size): View {
  const zoom = between(
    Math.min((pane.width * 0.6) / box.width, (pane.height * 0.6) / box.height),
    LEAST,
    2,
  );
  return {
    zoom,
    x: pane.width / 2 - (box.x + box.width / 2) * zoom,
    y: pane.height / 2 - (box.y + box.height / 2) * zoom,
  };
}
