import Link from "next/link";
import { EvidenceCard } from "@/components/evidence/evidence-card";
import { GatesCard } from "@/components/sessions/gates-card";
import { Quality } from "@/components/sessions/quality";
import { ScoresCard } from "@/components/sessions/scores-card";
import { StatusBadge } from "@/components/sessions/status";
import { SubAgentsCard } from "@/components/sessions/sub-agents-card";
import { Notice } from "@/components/ui/notice";
import type { Session } from "@/lib/data/session";
import { type Place, queueHref } from "@/lib/domain/review-queue";
import { typeWord } from "@/lib/domain/session";

type Props = { session: Session; place: Place };

/** What one needs to decide; without what the agents scored where one wants to score first. */
export function EssentialsPane({ session, place }: Props) {
  const { id, directive, status, stale, quality, concerns } = session;
  return (
    <article className="grid min-w-0 gap-4">
      <header>
        <p className="mb-2 xl:hidden">
          <Link
            href={queueHref({ ...place, session: null })}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            Back to the queue
          </Link>
        </p>
        <h2 className="font-semibold text-base">
          <bdi className="text-muted">{directive.id}</bdi> <bdi>{directive.title}</bdi>
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <StatusBadge status={status} stale={stale} />
          <span className="text-muted text-xs">{typeWord(session.type)}</span>
          {!place.blind && <Quality score={quality} column={false} />}
          <Link
            href={`/sessions/${id}`}
            prefetch={false}
            aria-keyshortcuts="o"
            className="text-accent text-xs underline underline-offset-2"
          >
            Open the whole session
          </Link>
        </p>
        {!place.blind && concerns.length > 0 && (
          <p className="mt-1 text-moderate-ink text-xs">{concerns.join(" · ")}</p>
        )}
      </header>
      {place.blind ? (
        <Notice>
          The agent’s scores, its sub-agents’ results and what follows from them are left out until
          you have decided.
        </Notice>
      ) : (
        <ScoresCard session={session} />
      )}
      <EvidenceCard session={session} />
      <GatesCard session={session} />
      {!place.blind && <SubAgentsCard session={session} />}
    </article>
  );
}
