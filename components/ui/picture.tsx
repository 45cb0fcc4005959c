"use client";

import { ImageOff } from "lucide-react";
import { usePicture } from "./use-picture";

type Props = {
  /** From `EvidenceItem.src` or `thumbnail()`, which let nothing through that no page may load. */
  src: string;
  alt: string;
  width?: number | null;
  height?: number | null;
  /** Of the box around it, which has its final size from the start. */
  className?: string;
  fit?: "cover" | "contain";
  /** For what stands on the first screen. */
  eager?: boolean;
  /** Within a link there can be no second one. */
  inLink?: boolean;
  /** Too small for words: they are for the ear then, and on hovering. */
  brief?: boolean;
};

/** A picture from wherever agents keep it: while it loads, when that takes long, and when it fails. */
export function Picture({ src, alt, width, height, className = "", ...props }: Props) {
  const { fit = "cover", eager = false, inLink = false, brief = false } = props;
  const { image, status, why } = usePicture(src);
  return (
    <span className={`relative block overflow-hidden bg-sunken ${className}`}>
      <img
        ref={image}
        src={src}
        alt={status === "dead" ? "" : alt}
        width={width ?? undefined}
        height={height ?? undefined}
        loading={eager ? "eager" : "lazy"}
        decoding="async"
        referrerPolicy="no-referrer"
        className={`block h-full w-full object-top text-2xs text-muted ${fit === "cover" ? "object-cover" : "object-contain"} ${status === "dead" ? "invisible" : ""}`}
      />
      {status === "slow" && !brief && (
        <span className="absolute inset-x-0 bottom-0 bg-surface/90 px-1.5 py-1 text-2xs text-muted">
          Still loading: it is large, or its host is slow.
        </span>
      )}
      {status === "dead" && (
        <span className="absolute inset-0 grid [place-content:safe_center] justify-items-center gap-1 overflow-auto p-2 text-center text-2xs text-muted">
          <ImageOff aria-hidden className="size-4" />
          <span className={brief ? "sr-only" : ""}>
            {/* What stands within a link is named beside it. */}
            <bdi className={inLink ? "sr-only" : ""}>{alt}.</bdi> {why}
          </span>
          {!inLink && (
            <a
              href={src}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="text-accent underline underline-offset-2"
            >
              Open the address<span className="sr-only"> (opens in a new tab)</span>
            </a>
          )}
        </span>
      )}
    </span>
  );
}
