import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { safeUrl } from "@/lib/domain/links";

/** An address that an agent wrote: a link where it is one, else the text as it stands. */
export function SafeLink({ url, children }: { url: string; children?: ReactNode }) {
  const href = safeUrl(url);
  if (href === null) {
    return (
      <span>
        {children && <>{children}: </>}
        <bdi className="font-mono text-xs">{url}</bdi>{" "}
        <span className="text-muted text-xs">(no address that can be opened)</span>
      </span>
    );
  }
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={url}
      className="text-accent underline underline-offset-2"
    >
      <bdi>{children ?? url}</bdi>
      <ExternalLink aria-hidden className="ml-1 inline size-3" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
