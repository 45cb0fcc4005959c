import Link from "next/link";
import { StatusBadge } from "@/components/sessions/status";
import { Time } from "@/components/ui/time";
import { compareHref } from "@/lib/compare-params";
import type { Attempt } from "@/lib/domain/attempts";
import { letter } from "@/lib/domain/comparison";

/** What is compared: each a link to its session, and one to leave it out. */
export function CompareHead({ attempts }: { attempts: Attempt[] }) {
  return (
    <thead>
      <tr>
        <th
          scope="col"
          className="sticky left-0 z-1 w-[22%] min-w-27 bg-surface px-2 py-2 text-left align-bottom font-medium text-muted sm:px-3"
        >
          <span className="sr-only">What is compared</span>
        </th>
        {attempts.map((attempt, index) => (
          <th
            key={attempt.id}
            scope="col"
            abbr={letter(index)}
            style={{ width: `${78 / attempts.length}%` }}
            className="min-w-26 px-2 py-2 text-left align-top font-normal sm:min-w-40 sm:px-3"
          >
            <Column attempt={attempt} name={letter(index)} attempts={attempts} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

type Props = { attempt: Attempt; name: string; attempts: Attempt[] };

function Column({ attempt: { id, directive, status, stale, startedAt }, name, attempts }: Props) {
  const others = attempts.filter((other) => other.id !== id).map((other) => other.id);
  return (
    <div className="grid justify-items-start gap-1">
      <span className="font-semibold text-base">{name}</span>
      <Link
        href={`/sessions/${id}`}
        prefetch={false}
        className="font-medium text-accent underline underline-offset-2"
      >
        <bdi>{directive.id}</bdi>
        <span className="sr-only"> session {name}</span>
      </Link>
      <bdi className="line-clamp-2 text-muted" title={directive.title}>
        {directive.title}
      </bdi>
      <StatusBadge status={status} stale={stale} />
      {startedAt && (
        <span className="text-muted">
          started <Time at={startedAt} />
        </span>
      )}
      <Link
        href={compareHref(others)}
        prefetch={false}
        className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
      >
        Remove<span className="sr-only"> session {name} from the comparison</span>
      </Link>
    </div>
  );
}
