import type { Pair } from "@/lib/domain/evidence";
import { PairTile } from "./pair-tile";

/** As many beside each other as fit. */
export function PairTiles({ session, pairs }: { session: string; pairs: readonly Pair[] }) {
  return (
    <ol
      aria-label="Pictures"
      className="grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]"
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
