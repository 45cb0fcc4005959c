import { useEffect, useState } from "react";
import { usePicture } from "@/components/ui/use-picture";
import type { Size } from "@/lib/domain/difference";
import { indexOfPair, type Pair, pairKey, type Side } from "@/lib/domain/evidence";
import type { Way } from "@/lib/domain/viewer-address";
import { rememberWay, useAddress, useRememberedWay } from "./use-address";
import { useDifference } from "./use-difference";
import { useOrder } from "./use-order";
import { useView } from "./use-view";

export type Start = { at: string | null; way: Way | null; threshold: number };

/** What each way begins with: the share of the picture after that one sees. */
const firstMix = (way: Way) => (way === "slider" || way === "overlay" ? 50 : 100);

function around(one: Size | null, other: Size | null): Size | null {
  const [width, height] = [
    Math.max(one?.width ?? 0, other?.width ?? 0),
    Math.max(one?.height ?? 0, other?.height ?? 0),
  ];
  return width > 0 && height > 0 ? { width, height } : null;
}

function useSide(pair: Pair, side: Side) {
  const item = pair[side];
  const picture = usePicture(item?.src ?? "");
  const { width, height } = item?.file ?? {};
  const size = picture.size ?? (width && height ? { width, height } : null);
  return { side, item, ...picture, size };
}

export type SideState = ReturnType<typeof useSide>;

/** All that the viewer knows of what it shows, and what can be done there. */
export function useViewer(session: string, pairs: readonly Pair[], start: Start) {
  const order = useOrder(pairs);
  const [at, setAt] = useState(() => {
    const first = pairs[order.shown[0] ?? order.unchanged[0] ?? 0];
    return indexOfPair(pairs, start.at ?? "") >= 0 || !first ? (start.at ?? "") : pairKey(first);
  });
  const [way, setWay] = useState<Way>(start.way ?? "side");
  const [mix, setMix] = useState(firstMix(way));
  const [threshold, setThreshold] = useState(start.threshold);
  const [isUnfolded, setUnfolded] = useState(false);
  const [isPaused, setPaused] = useState(false);

  // A picture that is gone leaves the one that took its place, or the first.
  const current = Math.max(0, indexOfPair(pairs, at));
  const pair = pairs[current] as Pair;
  const isShown = isUnfolded || order.shown.length === 0 || !order.shown.includes(current);
  const list = isShown ? [...order.shown, ...order.unchanged] : order.shown;

  const before = useSide(pair, "before");
  const after = useSide(pair, "after");
  const view = useView(around(before.size, after.size), at);
  const difference = useDifference(pair, threshold, way === "difference");

  const chooseWay = (next: Way) => {
    setWay(next);
    setMix(firstMix(next));
    setPaused(matchMedia("(prefers-reduced-motion: reduce)").matches);
  };
  useRememberedWay(start.way, chooseWay);
  useAddress(session, at, way, threshold);

  const blinks = way === "blink" && !isPaused && Boolean(pair.before && pair.after);
  useEffect(() => {
    if (!blinks) return;
    // Slow enough for everybody: three flashes a second would be too many.
    const timer = setInterval(() => setMix((last) => (last >= 50 ? 0 : 100)), 1000);
    return () => clearInterval(timer);
  }, [blinks]);

  const go = (index: number) => {
    const next = pairs[index];
    if (!next) return;
    order.touch();
    setAt(pairKey(next));
    if (way !== "slider" && way !== "overlay") setMix(100);
  };
  /** Which side one sees more of; where there is only one, that. */
  const face: Side =
    pair.before && pair.after ? (mix >= 50 ? "after" : "before") : pair.after ? "after" : "before";
  return {
    order,
    list,
    current,
    pair,
    pairAt: (index: number) => pairs[index],
    before,
    after,
    view,
    difference,
    way,
    mix,
    face,
    threshold,
    isPaused,
    setMix,
    setThreshold,
    setPaused,
    go,
    chooseWay: (next: Way) => {
      chooseWay(next);
      rememberWay(next);
    },
    switchFace: () => {
      setPaused(true);
      setMix(mix >= 50 ? 0 : 100);
    },
    isUnfolded: isShown,
    setUnfolded: (unfolded: boolean) => {
      order.touch();
      setUnfolded(unfolded);
      // What is folded away cannot stay open.
      if (!unfolded && order.unchanged.includes(current)) go(order.shown[0] ?? current);
    },
  };
}

export type ViewerState = ReturnType<typeof useViewer>;
