import { useEffect, useState } from "react";
import type { Pair } from "@/lib/domain/evidence";
import { compare, type Result } from "./compare";

/** Whoever leafs on does not want to know. */
const DWELL = 400;
/** Nor every step of a threshold that is being drawn. */
const PAUSE = 60;

/** What differs in a pair; null while that is not known, or nobody asks. */
export function useDifference({ before, after }: Pair, threshold: number, isWanted: boolean) {
  const key = before?.src && after?.src ? `${before.src} ${after.src} ${threshold}` : null;
  const [kept, setKept] = useState<{ key: string; result: Result } | null>(null);
  // Pictures from elsewhere would be loaded a second time for it.
  const isAsked = isWanted || Boolean(before?.file && after?.file);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says which pair it is
  useEffect(() => {
    if (!key || !isAsked || !before?.src || !after?.src) return;
    const [one, other] = [
      { file: before.file, src: before.src },
      { file: after.file, src: after.src },
    ];
    let isOver = false;
    const timer = setTimeout(
      async () => {
        const result = await compare(one, other, threshold);
        if (!isOver) setKept({ key, result });
      },
      isWanted ? PAUSE : DWELL,
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [key, isAsked, isWanted]);
  return kept?.key === key ? kept.result : null;
}
