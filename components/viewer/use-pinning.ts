import { useEffect, useRef, useState } from "react";
import type { Pin } from "@/lib/data/pins";
import type { Pair, Side } from "@/lib/domain/evidence";
import { newId } from "./new-id";
import type { ViewerState } from "./use-viewer";

/** Where a comment is to go, as shares of a picture of this pair; on a side once it is put there. */
export type Spot = { of: string; x: number; y: number; placed: { side: Side; id: string } | null };

const urlsOf = ({ before, after }: Pair) => `${before?.url} ${after?.url}`;

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
  { mayPin, pins }: { mayPin: boolean; pins: readonly Pin[] },
) {
  const [spot, setAt] = useState<Spot | null>(null);
  const { face, pair } = viewer;
  const of = urlsOf(pair);
  const isWritten = spot?.placed && pins.some(({ id }) => id === spot.placed?.id);
  const at = spot?.of === of && !isWritten ? spot : null;
  const place = (side: Side, x: number, y: number) => {
    if (pair[side]) setAt({ of, x: share(x), y: share(y), placed: { side, id: newId() } });
  };
  const onKey = (event: KeyboardEvent) => {
    const { view } = viewer.view;
    const { size } = viewer[face];
    if (!at || at.placed) return;
    // What has keys of its own, the button that gives it up among them; a dialog that was just closed
    // may still have the focus.
    const own = "input, textarea, select, dialog, [aria-keyshortcuts=Escape]";
    if ((event.target as Element).closest(own)?.checkVisibility()) return;
    const arrow = arrows[event.key];
    if (!arrow && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    // Until the picture is there, these keys do nothing rather than something else.
    if (!view || !size) return;
    if (!arrow) place(face, at.x, at.y);
    else {
      const times = (event.shiftKey ? 5 : 1) / view.zoom;
      const [right, down] = arrow;
      setAt({
        ...at,
        x: share(at.x + (right * times) / size.width),
        y: share(at.y + (down * times) / size.height),
      });
    }
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
  // Who comes back to another pair begins anew.
  useEffect(() => setAt((last) => (last?.of === of ? last : null)), [of]);
  return {
    mayPin,
    at,
    place,
    begin: () => {
      viewer.setPaused(true);
      setAt({ of, ...middleOf(viewer), placed: null });
    },
    cancel: () => setAt(null),
  };
}

/** The middle of what one sees of the picture. */
function middleOf({ view: { view, pane }, face, ...viewer }: ViewerState) {
  const { size } = viewer[face];
  if (!view || !pane || !size) return { x: 0.5, y: 0.5 };
  const [right, bottom] = [size.width * view.zoom, size.height * view.zoom];
  const middle = (start: number, length: number, room: number) =>
    share(((Math.max(0, start) + Math.min(room, start + length)) / 2 - start) / length);
  return {
    x: middle(view.x, right, pane.width),
    y: middle(view.y, bottom, pane.height),
  };
}

export type Pinning = ReturnType<typeof usePinning>;
