import Link from "next/link";
import { type Pair, pairKey } from "@/lib/domain/evidence";
import { viewerHref } from "@/lib/domain/viewer-address";
import { PairMark } from "./pair-mark";
import { Thumb } from "./thumb";

/** Before and after in one box of its final size, which leads to both of them in the viewer. */
export function PairTile({ session, pair }: { session: string; pair: Pair }) {
  const { before, after, state } = pair;
  return (
    <li className="min-w-0">
      <Link
        href={viewerHref(session, { at: pairKey(pair) })}
        prefetch={false}
        title={(after ?? before)?.url.slice(0, 300)}
        className="block text-2xs hover:text-accent"
      >
        <span
          className={`grid aspect-video gap-px overflow-hidden rounded border border-line bg-line ${before && after ? "grid-cols-2" : ""}`}
        >
          {before && <Thumb item={before} side="before" session={session} half={after !== null} />}
          {after && <Thumb item={after} side="after" session={session} half={before !== null} />}
        </span>
        <bdi className="mt-1 block truncate">{(after ?? before)?.name}</bdi>
        <PairMark state={state} />
      </Link>
    </li>
  );
}
