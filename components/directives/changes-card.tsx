import { ArrowDown, ArrowUp, Minus } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { compareHref } from "@/lib/compare-params";
import { type Attempt, type Change, changes } from "@/lib/domain/attempts";

const SHOWN = 8;
const directions = {
  better: { icon: ArrowUp, word: "better", look: "text-excellent-ink" },
  worse: { icon: ArrowDown, word: "worse", look: "text-needs-ink" },
  neutral: { icon: Minus, word: "", look: "text-muted" },
} as const;

/** What each attempt made different, the newest first and open. */
export function ChangesCard({ attempts }: { attempts: Attempt[] }) {
  const steps = attempts.slice(1).map((after, index) => {
    const before = attempts[index] ?? after;
    return { number: index + 1, before, after, found: changes(before, after) };
  });
  return (
    <Card title="What changed between attempts">
      {steps.length === 0 && (
        <p className="text-muted">There is one attempt so far, and nothing to compare it with.</p>
      )}
      {steps.toReversed().map(({ number, before, after, found }, index) => (
        <details key={after.id} open={index === 0} className="border-line not-first:border-t py-2">
          <summary className="font-medium">
            From attempt {number} to {number + 1}
          </summary>
          <ChangeList found={found} />
          <p className="mt-1 text-xs">
            <Link
              href={compareHref([before.id, after.id])}
              prefetch={false}
              className="inline-block py-1 text-accent underline underline-offset-2"
            >
              Compare {number} and {number + 1} side by side
            </Link>
          </p>
        </details>
      ))}
    </Card>
  );
}

function ChangeList({ found }: { found: Change[] }) {
  if (found.length === 0) return <p className="mt-1 text-muted">Nothing that Exhibit compares.</p>;
  const rest = found.slice(SHOWN);
  const list = (some: Change[]) => (
    <ul className="mt-1 grid gap-1">
      {some.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same words
        <ChangeItem key={index} change={change} />
      ))}
    </ul>
  );
  return (
    <>
      {list(found.slice(0, SHOWN))}
      {rest.length > 0 && (
        <details>
          <summary className="mt-1 w-fit text-accent text-xs">{rest.length} more</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}

function ChangeItem({ change: { words, direction } }: { change: Change }) {
  const { icon: Icon, word, look } = directions[direction];
  return (
    <li className="flex gap-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${look}`} />
      <span>
        <bdi>{words}</bdi>
        {word && <span className="sr-only"> ({word})</span>}
      </span>
    </li>
  );
}
