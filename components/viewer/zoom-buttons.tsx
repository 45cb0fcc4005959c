import { Maximize, MoveHorizontal, ZoomIn, ZoomOut } from "lucide-react";
import { Tool } from "./tool";
import type { ViewerState } from "./use-viewer";

const STEP = 1.25;
const look = { "aria-hidden": true, className: "size-4" } as const;

export function ZoomButtons({ viewer: { view } }: { viewer: ViewerState }) {
  const percent = view.view ? `${Math.round(view.view.zoom * 100)} %` : "–";
  return (
    <fieldset className="flex items-center">
      <legend className="sr-only">Zoom</legend>
      <Tool
        label="Smaller"
        shortcut="-"
        icon={<ZoomOut {...look} />}
        onClick={() => view.zoomBy(1 / STEP)}
      />
      <output aria-label="Zoom" className="w-11 text-center text-2xs text-muted noscript:hidden">
        {percent}
      </output>
      <Tool
        label="Larger"
        shortcut="+"
        icon={<ZoomIn {...look} />}
        onClick={() => view.zoomBy(STEP)}
      />
      <Tool
        label="Fit the screen"
        shortcut="0"
        icon={<Maximize {...look} />}
        pressed={view.zoom === "fit"}
        onClick={() => view.setZoom("fit")}
      />
      <Tool
        label="Fit the width"
        shortcut="8"
        icon={<MoveHorizontal {...look} />}
        pressed={view.zoom === "width"}
        onClick={() => view.setZoom("width")}
      />
      <Tool
        label="1:1, actual size"
        shortcut="9"
        icon={<span aria-hidden>1:1</span>}
        pressed={view.zoom === "actual"}
        onClick={() => view.setZoom("actual")}
      />
      <span className="sr-only" aria-keyshortcuts="Shift+Arrow">
        Move the pictures
      </span>
    </fieldset>
  );
}
