import { MapPin, PanelRight } from "lucide-react";
import { KeysButton } from "@/components/keys/keys-button";
import { shareWords } from "@/lib/domain/difference";
import { stateWords } from "@/lib/domain/shown-evidence";
import { count, formatNumber } from "@/lib/format";
import { Close } from "./close";
import { PairLink } from "./pair-link";
import { Tool } from "./tool";
import type { Pinning } from "./use-pinning";
import type { ViewerState } from "./use-viewer";
import { WayButtons } from "./way-buttons";
import { pairName } from "./words";
import { ZoomButtons } from "./zoom-buttons";

type Props = {
  session: string;
  title: string;
  viewer: ViewerState;
  pinning: Pinning;
  /** How many comments stand open at this pair. */
  pins: number;
  panel: { isOpen: boolean; setOpen: (isOpen: boolean) => void };
};

/** The share as it was found in full, else from the small pictures. */
export function changeWords({ pair, difference, order, current }: ViewerState): string {
  if (pair.state === "added" || pair.state === "removed") return stateWords[pair.state];
  const share =
    difference && "found" in difference ? difference.found.share : order.shares.get(current);
  if (share === undefined) return stateWords[pair.state];
  return share === 0 ? "no change" : `${shareWords(share)} changed`;
}

export function TopBar({ session, title, viewer, pinning, pins, panel }: Props) {
  const { list, current, pair, order } = viewer;
  const place = list.indexOf(current);
  const folded = viewer.isUnfolded ? 0 : order.unchanged.length;
  const name = pairName(pair);
  const begin = () => {
    panel.setOpen(true);
    pinning.begin();
  };
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-surface px-2 py-1">
      <Close session={session} title={title} isBusy={pinning.at !== null} />
      <div className="min-w-24 flex-1 basis-0 gap-x-2 sm:flex sm:items-baseline">
        <h1 className="min-w-0 truncate font-semibold" title={`${name}, ${title}`}>
          <bdi>{name}</bdi>
        </h1>
        <p className="shrink-0 truncate text-muted text-xs">{changeWords(viewer)}</p>
      </div>
      <nav aria-label="Pairs" className="flex items-center">
        <PairLink viewer={viewer} session={session} to={list[place - 1]} step="previous" />
        <p
          className="whitespace-nowrap px-1 text-xs"
          title={folded > 0 ? `${count(folded, "unchanged pair")} folded away` : undefined}
        >
          <span className="sr-only">Pair </span>
          {formatNumber(place + 1)} of {formatNumber(list.length)}
        </p>
        <PairLink viewer={viewer} session={session} to={list[place + 1]} step="next" />
      </nav>
      <WayButtons viewer={viewer} />
      <div className="flex items-center">
        {pinning.mayPin && (
          <Tool
            label="Pin a comment"
            shortcut="m"
            icon={<MapPin aria-hidden className="size-4" />}
            pressed={pinning.at !== null}
            onClick={pinning.at ? pinning.cancel : begin}
          />
        )}
        <Tool
          label={pins > 0 ? `Comments (${pins} open) and pairing` : "Comments and pairing"}
          shortcut="i"
          icon={
            <>
              <PanelRight aria-hidden className="size-4" />
              {pins > 0 && <span aria-hidden>{pins}</span>}
            </>
          }
          pressed={panel.isOpen}
          onClick={() => panel.setOpen(!panel.isOpen)}
        />
      </div>
      <ZoomButtons viewer={viewer} />
      <KeysButton />
      <p role="status" className="sr-only">
        {`${name}, pair ${place + 1} of ${list.length}`}
      </p>
    </header>
  );
}
