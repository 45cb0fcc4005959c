import { ImageOff } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { SafeLink } from "@/components/ui/safe-link";
import { pictureWords } from "@/lib/domain/shown-evidence";
import type { View } from "@/lib/domain/view";
import { layerStyle, Pane } from "./layer";
import type { SideState } from "./use-viewer";
import { sideWords } from "./words";

type Props = {
  session: string;
  shown: SideState;
  view: View | null;
  /** Whether a pin, or the switch, is for this one. */
  isActive: boolean;
  /** Both are seen at once, one on the other. */
  isMixed?: boolean;
  /** Behind the mask. */
  isFaded?: boolean;
  className?: string;
  style?: CSSProperties;
  children?: ReactNode;
};

/** One side of a pair, with its name in the corner and whatever became of it. */
export function PicturePane({ session, shown, view, isActive, ...props }: Props) {
  const { side, item, status, size, why } = shown;
  const { isMixed, isFaded } = props;
  const words = item ? pictureWords(sideWords[side], item, session) : "";
  return (
    <Pane pane={side} className={props.className} style={props.style}>
      {item?.src && (
        <img
          // Another picture must not show what became of the last one.
          key={item.src}
          ref={shown.image}
          src={item.src}
          alt={status === "dead" ? "" : words}
          decoding="async"
          draggable={false}
          referrerPolicy="no-referrer"
          className={`${view && size ? "" : "absolute inset-0 h-full w-full object-contain object-top"} ${isFaded ? "opacity-30 grayscale" : ""} ${status === "dead" ? "invisible" : ""} shadow-[0_0_0_1px_var(--line)] text-muted text-xs`}
          style={view && size ? layerStyle(view, size) : undefined}
        />
      )}
      {props.children}
      <p
        className={`absolute bottom-1.5 ${isMixed && side === "after" ? "right-1.5" : "left-1.5"} rounded px-1.5 py-0.5 text-2xs ${isActive ? "bg-accent text-on-accent" : "bg-surface/90 text-ink"}`}
      >
        {sideWords[side]}
        {item && <> {item.place}</>}
        {size && (
          <>
            {" · "}
            {size.width} × {size.height}
          </>
        )}
      </p>
      {!item && <Message>There is no picture {side}.</Message>}
      {item && !item.src && (
        <Message>
          <ImageOff aria-hidden className="mx-auto size-5" />
          {words}. This is no address that can be shown:{" "}
          <bdi className="font-mono">{item.url.slice(0, 300)}</bdi>
        </Message>
      )}
      {item?.src && status === "dead" && (
        <Message>
          <ImageOff aria-hidden className="mx-auto size-5" />
          <bdi>{words}</bdi>. {why} <SafeLink url={item.src}>Open the address</SafeLink>
        </Message>
      )}
      {(status === "slow" || (status === "loading" && item?.src)) && (
        <p
          role={status === "slow" ? "status" : undefined}
          className="absolute top-1.5 right-1.5 rounded bg-surface/90 px-1.5 py-0.5 text-2xs text-muted noscript:hidden"
        >
          {status === "slow" ? "Still loading: it is large, or its host is slow." : "Loading…"}
        </p>
      )}
    </Pane>
  );
}

function Message({ children }: { children: ReactNode }) {
  return (
    <div className="absolute inset-0 grid place-content-center overflow-auto p-6 text-center text-muted text-xs">
      <p className="max-w-md">{children}</p>
    </div>
  );
}
