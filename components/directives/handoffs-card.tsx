import Link from "next/link";
import { HandoffItem } from "@/components/sessions/handoff-item";
import { Card } from "@/components/ui/card";
import { type DirectiveHandoff, HANDOFFS } from "@/lib/data/directive";
import type { Life } from "@/lib/domain/directive-progress";

type Props = { handoffs: DirectiveHandoff[]; lives: Life[] };

/** Those of all attempts, the newest attempt's first. */
export function DirectiveHandoffs({ handoffs, lives }: Props) {
  const bySession = Map.groupBy(handoffs, ({ session_id }) => session_id);
  const shown = lives.toReversed().filter(({ attempt }) => bySession.has(attempt.id));
  return (
    <Card title="Hand-offs">
      {shown.length === 0 && <p className="text-muted">No hand-off has been prepared.</p>}
      {shown.map(({ number, attempt }) => (
        <section
          key={attempt.id}
          className="border-line not-first:mt-3 not-first:border-t not-first:pt-3"
        >
          <h3 className="mb-1 font-medium text-xs">
            <Link
              href={`/sessions/${attempt.id}`}
              prefetch={false}
              className="text-accent underline underline-offset-2"
            >
              Attempt {number}
            </Link>
          </h3>
          <ul className="divide-y divide-line">
            {bySession.get(attempt.id)?.map((handoff) => (
              <HandoffItem key={handoff.id} handoff={handoff} />
            ))}
          </ul>
        </section>
      ))}
      {handoffs.length === HANDOFFS && (
        <p className="mt-2 text-muted text-xs">Only the newest {HANDOFFS} are shown.</p>
      )}
    </Card>
  );
}
