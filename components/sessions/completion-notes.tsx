import { TriangleAlert } from "lucide-react";
import type { Session } from "@/lib/data/session";
import { openEnds } from "@/lib/domain/completion";
import { statusWords } from "@/lib/domain/directive";
import { directiveAfter } from "@/lib/domain/lifecycle";

/** What is still open, and what completing it does to the directive. */
export function CompletionNotes({ session }: { session: Session }) {
  const { before, after, demos } = session.evidence.counts;
  const open = openEnds({ ...session, screenshots: before + after, demos });
  return (
    <>
      {open.length > 0 ? (
        <div>
          <p className="font-medium">Still open:</p>
          <ul className="mt-1 grid gap-1">
            {open.map((words) => (
              <li key={words} className="flex gap-1.5">
                <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-moderate-ink" />
                <bdi className="min-w-0">{words}</bdi>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p>Nothing that Exhibit knows of is open.</p>
      )}
      <p>
        The directive becomes{" "}
        <strong className="font-medium">
          {statusWords(directiveAfter(session.columns.quality_score))}
        </strong>
        , and the session waits for review.
      </p>
    </>
  );
}
