import { useEffect, useMemo, useRef, useState } from "react";
import { type EvidenceItem, type Pair, thumbnail } from "@/lib/domain/evidence";
import { orderPairs, type Shares } from "@/lib/domain/strip";
import { compareShare } from "./compare";

const STORED = "exhibit-shares";
const KEPT = 4000;
/** How often the captions of the strip are written anew meanwhile. */
const PAUSE = 500;

/** By what the pictures show, as far as that is known; null: cannot be compared. */
const known = new Map<string, number | null>();

const contentOf = (item: EvidenceItem) => item.file?.pixels ?? item.src ?? item.url;
const keyOf = ({ before, after }: Pair) =>
  before && after ? `${contentOf(before)} ${contentOf(after)}` : null;

function recall() {
  try {
    const stored: [string, number][] = JSON.parse(sessionStorage.getItem(STORED) ?? "[]");
    for (const [key, share] of stored) known.set(key, share);
  } catch {
    // It is found anew.
  }
}

function remember() {
  const all = [...known].filter(([, share]) => share !== null);
  try {
    sessionStorage.setItem(STORED, JSON.stringify(all.slice(-KEPT)));
  } catch {
    // There is no room: it is found anew next time.
  }
}

const isOurs = (src: string | null): src is string => src?.startsWith("/") ?? false;

/** By the small pictures, and by the large ones where these show nothing. */
async function shareOf({ before, after }: Pair): Promise<number | null> {
  if (!before || !after) return null;
  const [one, other] = [thumbnail(before), thumbnail(after)];
  if (!isOurs(one) || !isOurs(other)) return null;
  const share = await compareShare({ file: null, src: one }, { file: null, src: other });
  if (share !== 0 || (one === before.src && other === after.src)) return share;
  if (!before.src || !after.src) return share;
  return compareShare({ ...before, src: before.src }, { ...after, src: after.src });
}

const canChange = ({ state }: Pair) => state === "changed" || state === "unknown";

/**
 * The order of the strip, and the share of each pair as it becomes known. It is put in order once
 * all are known, unless somebody is using it: then they say when.
 */
export function useOrder(pairs: readonly Pair[]) {
  const [round, setRound] = useState(0);
  const [done, setDone] = useState(false);
  const [orderedBy, setOrderedBy] = useState<Shares>(new Map());
  const touched = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `known` changes with each round
  const shares = useMemo<Shares>(() => {
    const all = new Map<number, number>();
    pairs.forEach((pair, index) => {
      const share = known.get(keyOf(pair) ?? "");
      if (typeof share === "number" && canChange(pair)) all.set(index, share);
    });
    return all;
  }, [pairs, round]);

  useEffect(() => {
    let isOver = false;
    const work = async () => {
      if (known.size === 0) recall();
      let shown = Date.now();
      for (const pair of pairs) {
        const key = keyOf(pair);
        if (!key || !canChange(pair) || known.has(key)) continue;
        const share = await shareOf(pair);
        if (isOver) return;
        known.set(key, share);
        if (Date.now() - shown < PAUSE) continue;
        shown = Date.now();
        setRound((last) => last + 1);
      }
      remember();
      setRound((last) => last + 1);
      setDone(true);
    };
    // What is looked at comes first.
    const timer = setTimeout(work, PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [pairs]);

  useEffect(() => {
    if (done && !touched.current) setOrderedBy(shares);
  }, [done, shares]);

  const order = useMemo(() => orderPairs(pairs, orderedBy), [pairs, orderedBy]);
  const isSorted = useMemo(() => {
    const now = orderPairs(pairs, shares);
    return now.shown.join() === order.shown.join();
  }, [pairs, shares, order]);
  return {
    ...order,
    shares,
    /** There is an order that it is not in yet. */
    canSort: done && !isSorted,
    sort: () => setOrderedBy(shares),
    touch: () => {
      touched.current = true;
    },
  };
}
