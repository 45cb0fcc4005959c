import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { Session } from "@/lib/data/session";
import { countWords } from "@/lib/domain/shown-evidence";
import { Demos } from "./demos";
import { OpenPins } from "./open-pins";
import { PairTiles } from "./pair-tiles";
import { ViewerLink } from "./viewer-link";

const PAIRS = 12;
const DEMOS = 6;

type Props = { session: Session; children?: ReactNode };

/** What an agent shows of its work, what changed first; the viewer has all of it. */
export function EvidenceCard({ session: { id, evidence, pins }, children }: Props) {
  const { pairs, demos, counts } = evidence;
  const rest = demos.slice(DEMOS);
  return (
    <Card title="Evidence" aside={countWords(counts)}>
      {pairs.length + demos.length === 0 && (
        <p className="text-muted">This session shows no screenshots and no demos.</p>
      )}
      {pairs.length > 0 && <PairTiles session={id} pairs={pairs.slice(0, PAIRS)} />}
      <p className="mt-2 empty:hidden">
        <ViewerLink session={id} evidence={evidence} />
      </p>
      <OpenPins session={id} pins={pins} pairs={pairs} />
      {demos.length > 0 && (
        <div className="mt-3">
          <Demos demos={demos.slice(0, DEMOS)} />
        </div>
      )}
      {rest.length > 0 && (
        <details className="mt-3">
          <summary className="text-accent">More demos</summary>
          <div className="mt-2">
            <Demos demos={rest} />
          </div>
        </details>
      )}
      {demos.length < counts.demos && (
        <p className="mt-2 text-muted text-xs">
          These are the first {demos.length} demos; the whole list is under Details.
        </p>
      )}
      {children}
    </Card>
  );
}
