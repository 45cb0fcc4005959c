import { useRef } from "react";
import type { Side } from "@/lib/domain/evidence";
import type { NumberedPin } from "./pins";
import type { Pinning } from "./use-pinning";
import type { ViewerState } from "./use-viewer";

type Props = {
  side: Side;
  viewer: ViewerState;
  pins: readonly NumberedPin[];
  pinning: Pinning;
  open: (id: string) => void;
};

/** How far a finger moves that only touches. */
const TOUCH = 6;

/** The comments on a picture, and the cross with which one aims. Of one size however large the picture. */
export function PinLayer({ side, viewer, pins, pinning, open }: Props) {
  const pressed = useRef({ x: 0, y: 0 });
  const { view } = viewer.view;
  const { size } = viewer[side];
  if (!view || !size) return null;
  const pointOf = (x: number, y: number) => ({
    left: view.x + x * size.width * view.zoom,
    top: view.y + y * size.height * view.zoom,
  });
  const put = (event: React.MouseEvent<HTMLDivElement>) => {
    const { x, y } = pressed.current;
    if (Math.hypot(event.clientX - x, event.clientY - y) > TOUCH) return;
    const pane = event.currentTarget.getBoundingClientRect();
    const [right, down] = [event.clientX - pane.left, event.clientY - pane.top];
    // Left of the line one sees the picture before.
    const isBefore = (right / pane.width) * 100 < 100 - viewer.mix;
    const where = viewer.way !== "slider" ? side : isBefore ? "before" : "after";
    const of = viewer[where].size ?? size;
    const [x1, y1] = [(right - view.x) / view.zoom, (down - view.y) / view.zoom];
    pinning.place(where, x1 / of.width, y1 / of.height);
  };
  const { at } = pinning;
  const isHere = at && (at.placed?.side ?? viewer.face) === side;
  return (
    <>
      {at && !at.placed && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys and Enter do the same
        // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys and Enter do the same
        <div
          className="pointer-events-auto absolute inset-0 cursor-crosshair"
          onPointerDown={({ clientX: x, clientY: y }) => {
            pressed.current = { x, y };
          }}
          onClick={put}
        />
      )}
      {pins.map(({ id, x, y, number, resolved, body }) => (
        <button
          key={id}
          type="button"
          onClick={() => open(id)}
          title={body.slice(0, 200)}
          aria-label={`Comment ${number}, ${resolved === null ? "open" : "resolved"}`}
          className={`pointer-events-auto absolute grid size-6 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full border-2 font-semibold text-2xs shadow ${resolved === null ? "border-surface bg-accent text-on-accent" : "border-line-strong bg-surface text-muted"}`}
          style={pointOf(x, y)}
        >
          {number}
        </button>
      ))}
      {at && isHere && (
        <span
          data-cross
          className="pointer-events-none absolute size-8 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-accent shadow-[0_0_0_2px_var(--surface)] before:absolute before:inset-x-0 before:top-1/2 before:h-px before:bg-accent after:absolute after:inset-y-0 after:left-1/2 after:w-px after:bg-accent"
          style={pointOf(at.x, at.y)}
        />
      )}
    </>
  );
}
