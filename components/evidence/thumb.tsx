import { Picture } from "@/components/ui/picture";
import { type EvidenceItem, thumbnail } from "@/lib/domain/evidence";
import { pictureWords } from "@/lib/domain/shown-evidence";

type Props = {
  item: EvidenceItem;
  side: "before" | "after";
  session: string;
  /** Half of a tile, in which few words fit. */
  half?: boolean;
};

/** A small picture within a link to the viewer; where there is nothing to load, its address. */
export function Thumb({ item, side, session, half = false }: Props) {
  const src = thumbnail(item);
  const label = side === "before" ? "Before" : "After";
  return (
    <span className="relative block min-h-0 min-w-0 overflow-hidden bg-sunken">
      {src ? (
        <Picture
          src={src}
          alt={pictureWords(label, item, session)}
          className="h-full"
          brief={half}
          inLink
        />
      ) : (
        <span className="block h-full overflow-hidden p-2 text-center text-2xs text-muted">
          <bdi className="line-clamp-2 font-mono">{item.url.slice(0, 300)}</bdi>
          no address that can be shown
        </span>
      )}
      <span
        aria-hidden
        className="absolute bottom-0 left-0 rounded-tr bg-surface/90 px-1 text-2xs text-muted"
      >
        {side}
        {item.file?.animated && ", animated"}
      </span>
    </span>
  );
}
