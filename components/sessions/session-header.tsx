import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { BackLink } from "@/components/visits/back-link";
import type { Session } from "@/lib/data/session";
import { statusWords } from "@/lib/domain/directive";
import { directiveHref } from "@/lib/domain/directive-query";
import { goesOn, typeWord } from "@/lib/domain/session";
import { formatDuration } from "@/lib/format";
import { Quality } from "./quality";
import { StatusBadge } from "./status";

type Props = { session: Session; children: ReactNode };

/** How good it is and what is wrong with it, before anything else; then what one can do. */
export function SessionHeader({ session, children }: Props) {
  const { directive, prd, status, stale, quality, startedAt, endedAt, took } = session;
  return (
    <div className="mb-4">
      <BackLink to="/sessions" or="/gallery" />
      <PageHeader
        title={
          <>
            <Link
              href={directiveHref(directive.id)}
              prefetch={false}
              className="mr-2 text-muted underline-offset-2 hover:underline"
              title="This directive and all its attempts"
            >
              <bdi>{directive.id}</bdi>
            </Link>{" "}
            <bdi className="line-clamp-4" title={directive.title}>
              {directive.title}
            </bdi>
          </>
        }
      />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
        <StatusBadge status={status} stale={stale} />
        <span>{typeWord(session.type)}</span>
        {startedAt && (
          <span>
            started <Time at={startedAt} />
          </span>
        )}
        {endedAt && (
          <span>
            ended <Time at={endedAt} />
          </span>
        )}
        {!endedAt && !goesOn(status) && <span>end not recorded</span>}
        {took !== null && (
          <span>
            {endedAt ? `took ${formatDuration(took)}` : `open for ${formatDuration(took)}`}
          </span>
        )}
        <span>
          {prd ? (
            <>
              PRD <bdi title={prd.title}>{prd.id}</bdi> <Badge>{statusWords(prd.status)}</Badge>
            </>
          ) : (
            "no PRD named"
          )}
        </span>
        <span>
          directive <Badge>{statusWords(directive.status)}</Badge>
        </span>
      </p>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-xl">
          <Quality score={quality} column={false} />
        </span>
        <span>
          <span className="text-muted">Next action: </span>
          <span className="font-medium">{session.next}</span>
        </span>
      </p>
      {session.concerns.length > 0 ? (
        <ul aria-label="What to look at" className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
          {session.concerns.map((words) => (
            <li key={words} className="flex items-center gap-1.5 text-moderate-ink">
              <TriangleAlert aria-hidden className="size-4 shrink-0" />
              {words}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-2 text-muted">Exhibit found nothing that speaks against it.</p>
      )}
      {children}
    </div>
  );
}
