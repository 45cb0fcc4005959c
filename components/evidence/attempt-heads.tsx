import Link from "next/link";
import { Quality } from "@/components/sessions/quality";
import { StatusBadge } from "@/components/sessions/status";
import { Time } from "@/components/ui/time";
import type { readAttemptPairs } from "@/lib/data/gallery";

type Props = { attempts: Awaited<ReturnType<typeof readAttemptPairs>> };

/** Which attempt is which. */
export function AttemptHeads({ attempts }: Props) {
  return (
    <ol aria-label="Attempts" className="mb-4 flex flex-wrap gap-x-6 gap-y-2 text-xs">
      {attempts.map(({ id, number, status, stale, quality, startedAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-2">
          <Link
            href={`/sessions/${id}`}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            Attempt {number}
          </Link>
          <StatusBadge status={status} stale={stale} />
          <Quality score={quality} column={false} />
          <span className="text-muted">
            {startedAt ? <Time at={startedAt} /> : "start not recorded"}
          </span>
        </li>
      ))}
    </ol>
  );
}
