import { type ReactNode, useEffect, useRef } from "react";
import type { Side } from "@/lib/domain/evidence";
import { Mask } from "./mask";
import { PicturePane } from "./picture-pane";
import { useMoves } from "./use-moves";
import type { ViewerState } from "./use-viewer";

type Props = {
  session: string;
  viewer: ViewerState;
  region: number;
  /** Pins of a side, drawn over its picture. */
  over: (side: Side) => ReactNode;
};

/** Both pictures, laid beside one another or on one another. They stay the same elements in each way. */
export function Stage({ session, viewer, region, over }: Props) {
  const { pair, way, mix, face, view, difference } = viewer;
  const stage = useRef<HTMLElement>(null);
  useMoves(stage, view);
  const isBeside = way === "side" || !pair.before || !pair.after;
  usePaneSize(stage, isBeside, view.setPane);
  const hidden = { visibility: "hidden" as const };
  const afterStyle = {
    slider: { clipPath: `inset(0 0 0 ${100 - mix}%)` },
    overlay: { opacity: mix / 100 },
    blink: mix >= 50 ? undefined : hidden,
    difference: mix >= 50 ? undefined : hidden,
  };
  const isAlone = !pair.before || !pair.after;
  return (
    <section
      ref={stage}
      aria-label="Pictures"
      className={`relative min-h-0 min-w-0 flex-1 touch-none select-none bg-sunken ${isBeside ? `grid gap-px ${isAlone && way !== "side" ? "" : "max-sm:grid-rows-2 sm:grid-cols-2"}` : ""}`}
    >
      {(["before", "after"] as const).map((side) => {
        const shown = viewer[side];
        if (way !== "side" && !shown.item) return null;
        const style = isBeside || side === "before" ? undefined : afterStyle[way as "slider"];
        return (
          <PicturePane
            key={side}
            session={session}
            shown={shown}
            view={view.view}
            isActive={!isAlone && way !== "slider" && way !== "overlay" && face === side}
            isFaded={way === "difference" && !isAlone}
            className={isBeside ? "relative bg-canvas" : "absolute inset-0 bg-canvas"}
            style={
              !isBeside && side === "before" && way !== "slider" && way !== "overlay" && mix >= 50
                ? hidden
                : style
            }
          >
            {isBeside && over(side)}
          </PicturePane>
        );
      })}
      {way === "difference" && view.view && difference && "found" in difference && (
        <div className="pointer-events-none absolute inset-0 overflow-hidden">
          <Mask found={difference.found} view={view.view} region={region} />
        </div>
      )}
      {!isBeside && (
        <div data-pane="over" className="pointer-events-none absolute inset-0 overflow-hidden">
          {over(face)}
        </div>
      )}
      {way === "slider" && !isAlone && <Divider mix={mix} setMix={viewer.setMix} />}
    </section>
  );
}

/** All panes have the size of the first. */
function usePaneSize(
  stage: React.RefObject<HTMLElement | null>,
  isBeside: boolean,
  setPane: ViewerState["view"]["setPane"],
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other panes in another way
  useEffect(() => {
    const pane = stage.current?.querySelector("[data-pane]");
    if (!pane) return;
    const sized = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width > 0 && height > 0) setPane({ width, height });
    });
    sized.observe(pane);
    return () => sized.disconnect();
  }, [stage, isBeside]);
}

/** The line between the two, to be drawn along; by keyboard it is the range in the bar below. */
function Divider({ mix, setMix }: Pick<ViewerState, "mix" | "setMix">) {
  const drag = (event: React.PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!box) return;
    const share = (event.clientX - box.left) / box.width;
    setMix(100 - Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10);
  };
  return (
    <div
      aria-hidden
      data-drag
      className="absolute inset-y-0 -ml-4 flex w-8 cursor-ew-resize touch-none justify-center"
      style={{ left: `${100 - mix}%` }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    >
      <span className="h-full w-0.5 bg-accent shadow-[0_0_0_1px_var(--surface)]" />
      <span className="absolute top-1/2 grid size-7 -translate-y-1/2 place-items-center rounded-full border border-line-strong bg-surface text-ink text-xs shadow">
        ↔
      </span>
    </div>
  );
}
