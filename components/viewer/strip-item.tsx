import { memo } from "react";
import { Picture } from "@/components/ui/picture";
import { shareWords } from "@/lib/domain/difference";
import { type Pair, pairKey, thumbnail } from "@/lib/domain/evidence";
import { stateWords } from "@/lib/domain/shown-evidence";
import { viewerHref, type Way } from "@/lib/domain/viewer-address";
import { stepTo } from "./pair-link";
import { pairName } from "./words";

type Props = {
  session: string;
  pair: Pair;
  share: number | undefined;
  way: Way;
  isCurrent: boolean;
  setSize: number;
  position: number;
  left: number;
  width: number;
  /** In the list of pairs. */
  index: number;
  /** The same at each drawing, so that only what is new in the window is drawn. */
  go: (index: number) => void;
};

/** A small picture of what was made, or of what is gone, and how much of it changed. */
export const StripItem = memo(function StripItem(props: Props) {
  const { session, pair, share, way, isCurrent, index, go, ...place } = props;
  const item = pair.after ?? pair.before;
  const src = item && thumbnail(item);
  const name = pairName(pair);
  const words =
    share === undefined || pair.state === "unchanged" ? stateWords[pair.state] : shareWords(share);
  return (
    <li
      aria-setsize={place.setSize}
      aria-posinset={place.position}
      className="absolute top-1 p-0.5"
      style={{ left: place.left, width: place.width }}
    >
      <a
        href={viewerHref(session, { at: pairKey(pair), way })}
        onClick={stepTo(() => go(index))}
        aria-current={isCurrent ? "true" : undefined}
        title={name}
        className="block rounded-md border-2 border-transparent p-0.5 text-ink hover:bg-sunken aria-current:border-accent aria-current:bg-accent-soft"
      >
        {src ? (
          <Picture
            src={src}
            alt={name}
            className="h-[3.25rem] rounded-sm border border-line"
            inLink
            brief
          />
        ) : (
          <span className="hatch block h-[3.25rem] rounded-sm border border-line">
            <span className="sr-only">{name}</span>
          </span>
        )}
        <span className="block truncate text-center text-2xs">{words}</span>
      </a>
    </li>
  );
});
