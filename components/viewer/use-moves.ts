import { type RefObject, useEffect, useRef } from "react";
import type { Point } from "@/lib/domain/view";

type Moves = {
  zoomBy: (times: number, point: Point) => void;
  pan: (right: number, down: number) => void;
};

const STEP = 80;
const arrows: Record<string, [right: number, down: number]> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/** Zooms by wheel and pinch, moves by drag and Shift with an arrow key. */
export function useMoves(stage: RefObject<HTMLElement | null>, moves: Moves) {
  const latest = useRef(moves);
  useEffect(() => {
    latest.current = moves;
  });
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const fingers = new Map<number, Point>();
    /** In the pane under it, as all panes show the same. */
    const inPane = (event: { clientX: number; clientY: number; target: EventTarget | null }) => {
      const pane = (event.target as Element).closest("[data-pane]") ?? element;
      const { left, top } = pane.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const apart = () => {
      const [one, other] = [...fingers.values()];
      return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      latest.current.zoomBy(
        Math.exp(-event.deltaY / (event.deltaMode === 1 ? 12 : 400)),
        inPane(event),
      );
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || (event.target as Element).closest("a, button, [data-drag]")) return;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    };
    const onMove = (event: PointerEvent) => {
      const last = fingers.get(event.pointerId);
      if (!last) return;
      const before = apart();
      const [right, down] = [event.clientX - last.x, event.clientY - last.y];
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      latest.current.pan(right / fingers.size, down / fingers.size);
      if (before > 0) latest.current.zoomBy(apart() / before, inPane(event));
    };
    const onUp = (event: PointerEvent) => fingers.delete(event.pointerId);
    const onKey = (event: KeyboardEvent) => {
      const arrow = arrows[event.key];
      if (!arrow || !event.shiftKey || event.defaultPrevented) return;
      if ((event.target as Element).closest("input, textarea, select, dialog")) return;
      event.preventDefault();
      latest.current.pan(...arrow);
    };
    const over = new AbortController();
    const { signal } = over;
    element.addEventListener("wheel", onWheel, { passive: false, signal });
    element.addEventListener("pointerdown", onDown, { signal });
    window.addEventListener("pointermove", onMove, { signal });
    for (const name of ["pointerup", "pointercancel"] as const) {
      window.addEventListener(name, onUp, { signal });
    }
    document.addEventListener("keydown", onKey, { capture: true, signal });
    return () => over.abort();
  }, [stage]);
}
