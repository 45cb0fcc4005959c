import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { AddEvidence } from "@/components/evidence/add-evidence";
import { EvidenceCard } from "@/components/evidence/evidence-card";
import { LiveMark } from "@/components/live/live-mark";
import { VerdictsCard } from "@/components/reviews/verdicts-card";
import { ChecklistCard } from "@/components/sessions/checklist-card";
import { DetailsCard } from "@/components/sessions/details-card";
import { GatesCard } from "@/components/sessions/gates-card";
import { HandoffsCard } from "@/components/sessions/handoffs-card";
import { ProgressCard } from "@/components/sessions/progress-card";
import { ReportsCard } from "@/components/sessions/reports-card";
import { ScoresCard } from "@/components/sessions/scores-card";
import { SessionCharts } from "@/components/sessions/session-charts";
import { SessionHeader } from "@/components/sessions/session-header";
import { SessionSteps } from "@/components/sessions/session-steps";
import { SubAgentsCard } from "@/components/sessions/sub-agents-card";
import { TimelineCard } from "@/components/timeline/timeline-card";
import { Notice } from "@/components/ui/notice";
import { requireMember } from "@/lib/auth";
import { readMark } from "@/lib/data/changes";
import { parseBefore, readTimeline } from "@/lib/data/events";
import { readSteps, readTargets } from "@/lib/data/history";
import { readReviews } from "@/lib/data/reviews";
import { RECORDS, readSession } from "@/lib/data/session";
import { readerClient } from "@/lib/supabase/server";

type Props = PageProps<"/sessions/[id]">;

/** Once a request: who asks, and from which state on; null where it is no session's id. */
const begin = cache(async (id: string) => {
  const isId = z.guid().safeParse(id).success;
  const [member, mark] = await Promise.all([
    requireMember(),
    isId ? readMark({ session: id }) : null,
  ]);
  return mark === null ? null : { member, mark };
});

/** Once a request: the title and the page show the same session. */
const load = cache(async (id: string) => {
  if (!(await begin(id))) return null;
  return readSession(await readerClient(), id, Date.now());
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const session = await load((await params).id);
  if (!session) return { title: "Not found" };
  return { title: `${session.directive.id} ${session.directive.title}`.slice(0, 120) };
}

/** What is around it, at the same time as the session itself. */
async function loadHistory(id: string, before: number | null) {
  const begun = await begin(id);
  if (!begun) notFound();
  const client = await readerClient();
  return Promise.all([
    readSteps(client, [id]),
    readTargets(client),
    readTimeline(client, { session: id }, before),
    readReviews(client, id),
    begun,
  ]);
}

export default async function SessionPage({ params, searchParams }: Props) {
  const [{ id }, { before }] = await Promise.all([params, searchParams]);
  const [session, [steps, targets, timeline, reviews, { member, mark }]] = await Promise.all([
    load(id),
    loadHistory(id, parseBefore(before)),
  ]);
  if (!session) notFound();
  return (
    <article>
      <LiveMark mark={mark} scope={{ session: id }} applies />
      <SessionHeader session={session}>
        <SessionSteps session={session} verdicts={reviews.length} />
      </SessionHeader>
      {session.cut.length > 0 && (
        <div className="mb-4">
          <Notice tone="warn">
            Only the first {RECORDS} {session.cut.join(" and ")} are shown.
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid min-w-0 gap-4">
          <ScoresCard session={session} />
          <ProgressCard session={session} />
          <SessionCharts session={session} steps={steps} targets={targets} now={Date.now()} />
          <HandoffsCard session={session} memberId={member.userId} />
          <ChecklistCard session={session} />
        </div>
        <div className="grid min-w-0 gap-4">
          <EvidenceCard session={session}>
            <AddEvidence session={id} />
          </EvidenceCard>
          <GatesCard session={session} />
          <SubAgentsCard session={session} />
          <ReportsCard session={session} />
        </div>
        <div className="grid min-w-0 gap-4 lg:col-span-2">
          <VerdictsCard session={session} reviews={reviews} memberId={member.userId} />
          <TimelineCard timeline={timeline} href={`/sessions/${id}`} />
          <DetailsCard session={session} />
        </div>
      </div>
    </article>
  );
}
