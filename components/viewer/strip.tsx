import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { itemsInWindow } from "@/lib/domain/strip";
import { count } from "@/lib/format";
import { StripItem } from "./strip-item";
import type { ViewerState } from "./use-viewer";

/** The room of a thumbnail with its gap; the same for all, so that one knows where each would stand. */
const ITEM = 104;
/** As many as fill a wide screen, for what comes before the script. */
const FIRST = 16;

/** All pairs in a row, of which only those exist that are near the screen. */
export function Strip({ viewer, session }: { viewer: ViewerState; session: string }) {
  const { list, current, order, isUnfolded } = viewer;
  const row = useRef<HTMLElement>(null);
  const place = list.indexOf(current);
  const { first, last } = useWindow(row, list, place);
  const latest = useRef(viewer.go);
  useEffect(() => {
    latest.current = viewer.go;
  });
  const go = useCallback((index: number) => latest.current(index), []);
  const unchanged = order.unchanged.length;
  return (
    <div className="flex items-stretch border-line border-t bg-surface">
      <nav
        ref={row}
        aria-label="All pairs"
        className="relative h-[5.75rem] min-w-0 flex-1 overflow-x-auto overflow-y-hidden"
        onPointerDown={order.touch}
        onWheel={order.touch}
      >
        <ol className="relative h-full" style={{ width: list.length * ITEM }}>
          {list.slice(first, last + 1).map((index, offset) => {
            const pair = viewer.pairAt(index);
            return (
              pair && (
                <StripItem
                  key={index}
                  session={session}
                  pair={pair}
                  share={order.shares.get(index)}
                  way={viewer.way}
                  isCurrent={index === current}
                  setSize={list.length}
                  position={first + offset + 1}
                  left={(first + offset) * ITEM}
                  width={ITEM}
                  index={index}
                  go={go}
                />
              )
            );
          })}
        </ol>
      </nav>
      <div className="flex flex-col justify-center gap-1 border-line border-l p-1.5 noscript:hidden empty:hidden">
        {order.canSort && (
          <button type="button" onClick={order.sort} className={buttonClass({ size: "small" })}>
            Sort by change
          </button>
        )}
        {unchanged > 0 && order.shown.length > 0 && (
          <button
            type="button"
            aria-keyshortcuts="u"
            data-keeps-focus
            aria-expanded={isUnfolded}
            onClick={() => viewer.setUnfolded(!isUnfolded)}
            className={buttonClass({ size: "small" })}
          >
            {isUnfolded ? "Fold" : "Show"}{" "}
            <span className="max-sm:sr-only">{count(unchanged, "unchanged", "unchanged")}</span>
            <span aria-hidden className="sm:hidden">
              {unchanged} =
            </span>
          </button>
        )}
      </div>
    </div>
  );
}

/** Which items are near the screen. The current one comes into it, and stays in place when they are sorted. */
function useWindow(row: RefObject<HTMLElement | null>, list: readonly number[], place: number) {
  const [{ first, last }, setWindow] = useState(() => {
    const start = Math.max(0, place - FIRST / 2);
    return { first: start, last: Math.min(list.length - 1, start + FIRST) };
  });
  const length = list.length;
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    const look = () => {
      const next = itemsInWindow(length, ITEM, element.scrollLeft, element.clientWidth);
      setWindow((now) => (now.first === next.first && now.last === next.last ? now : next));
    };
    const sized = new ResizeObserver(look);
    sized.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      sized.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [row, length]);

  const lastPlace = useRef({ list, place });
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    const was = lastPlace.current;
    lastPlace.current = { list, place };
    if (was.list !== list && was.list[was.place] === list[place]) {
      element.scrollLeft += (place - was.place) * ITEM;
    }
    const [start, end] = [place * ITEM, (place + 1) * ITEM];
    if (start < element.scrollLeft) element.scrollLeft = start - ITEM;
    else if (end > element.scrollLeft + element.clientWidth) {
      element.scrollLeft = end + ITEM - element.clientWidth;
    }
  }, [row, list, place]);
  return { first, last };
}
