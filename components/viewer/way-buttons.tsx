import { Blend, Columns2, Diff, SeparatorVertical, Timer } from "lucide-react";
import { ways } from "@/lib/domain/viewer-address";
import { Tool } from "./tool";
import type { ViewerState } from "./use-viewer";

const drawings = {
  side: Columns2,
  slider: SeparatorVertical,
  overlay: Blend,
  blink: Timer,
  difference: Diff,
};

export function WayButtons({ viewer }: { viewer: ViewerState }) {
  return (
    <fieldset className="flex items-center">
      <legend className="sr-only">Way to look</legend>
      {ways.map(({ way, label }, index) => {
        const Drawing = drawings[way];
        return (
          <Tool
            key={way}
            label={label}
            isWide
            shortcut={String(index + 1)}
            icon={<Drawing aria-hidden className="size-4" />}
            pressed={viewer.way === way}
            onClick={() => viewer.chooseWay(way)}
          />
        );
      })}
    </fieldset>
  );
}
