import { useEffect, useRef, useState } from "react";
import type { Pin } from "@/lib/data/pins";
import type { Side } from "@/lib/domain/evidence";
import type { ViewerState } from "./use-viewer";

/** Where a comment is to go, as shares of the picture; on a side once it is put there. */
export type Spot = { x: number; y: number; placed: { side: Side; id: string } | null };

const STEP = 10;
const arrows: Record<string, [right: number, down: number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

const share = (value: number) => Math.min(1, Math.max(0, value));

/** A comment on its way to a point: aimed with the pointer or the arrow keys, put there, written. */
export function usePinning(
  viewer: ViewerState,
  { mayPin, nextId, pins }: { mayPin: boolean; nextId: string; pins: readonly Pin[] },
) {
  const [at, setAt] = useState<Spot | null>(null);
  const { face, pair } = viewer;
  const place = (side: Side, x: number, y: number) => {
    if (pair[side]) setAt({ x: share(x), y: share(y), placed: { side, id: nextId } });
  };
  const onKey = (event: KeyboardEvent) => {
    const { view } = viewer.view;
    const { size } = viewer[face];
    if (!at || at.placed || !view || !size) return;
    if ((event.target as Element).closest("input, textarea, select, dialog")) return;
    const arrow = arrows[event.key];
    if (event.key === "Enter") place(face, at.x, at.y);
    else if (arrow) {
      const times = (event.shiftKey ? 5 : 1) / view.zoom;
      const [right, down] = arrow;
      setAt({
        ...at,
        x: share(at.x + (right * times) / size.width),
        y: share(at.y + (down * times) / size.height),
      });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener("keydown", heard, { capture: true });
    return () => window.removeEventListener("keydown", heard, { capture: true });
  }, []);
  // The picture that it was for is no longer there, or it is written.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each pair
  useEffect(() => setAt(null), [viewer.current]);
  const isWritten = at?.placed && pins.some(({ id }) => id === at.placed?.id);
  useEffect(() => {
    if (isWritten) setAt(null);
  }, [isWritten]);
  return {
    mayPin,
    at,
    place,
    begin: () => {
      viewer.setPaused(true);
      setAt(middleOf(viewer));
    },
    cancel: () => setAt(null),
  };
}

/** The middle of what one sees of the picture. */
function middleOf({ view: { view, pane }, face, ...viewer }: ViewerState): Spot {
  const { size } = viewer[face];
  if (!view || !pane || !size) return { x: 0.5, y: 0.5, placed: null };
  const [right, bottom] = [size.width * view.zoom, size.height * view.zoom];
  const middle = (start: number, length: number, room: number) =>
    share(((Math.max(0, start) + Math.min(room, start + length)) / 2 - start) / length);
  return {
    x: middle(view.x, right, pane.width),
    y: middle(view.y, bottom, pane.height),
    placed: null,
  };
}

export type Pinning = ReturnType<typeof usePinning>;
