import Link from "next/link";
import type { ShownEvidence } from "@/lib/domain/shown-evidence";
import { viewerHref } from "@/lib/domain/viewer-address";
import { count, formatNumber } from "@/lib/format";

type Props = { session: string; evidence: ShownEvidence };

/** On to all pictures; it says how many there are as far as that was counted. */
export function ViewerLink({ session, evidence: { pairs, counts, whole } }: Props) {
  const pictures = counts.before + counts.after;
  if (pictures === 0) return null;
  return (
    <Link
      href={viewerHref(session)}
      prefetch={false}
      className="text-accent underline underline-offset-2"
    >
      {!whole && `See all ${count(pictures, "picture")}`}
      {whole && pairs.length > 1 && `See all ${formatNumber(pairs.length)} pairs`}
      {whole && pairs.length === 1 && (pictures > 1 ? "See this pair" : "See this picture")}
    </Link>
  );
}
