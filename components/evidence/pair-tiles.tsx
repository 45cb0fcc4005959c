import type { Pair } from "@/lib/domain/evidence";
import { PairTile } from "./pair-tile";

/** As many beside each other as fit. */
export function PairTiles({ session, pairs }: { session: string; pairs: readonly Pair[] }) {
  return (
    <ol
      aria-label="Pictures"
      className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,8.5rem),1fr))] gap-3"
    >
      {pairs.map((pair) => (
        <PairTile
          key={`${pair.before?.place}-${pair.after?.place}`}
          session={session}
          pair={pair}
        />
      ))}
    </ol>
  );
}
