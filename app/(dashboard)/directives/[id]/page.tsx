import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AttemptsCard } from "@/components/directives/attempts-card";
import { ChangesCard } from "@/components/directives/changes-card";
import { CheckpointsCard } from "@/components/directives/checkpoints-card";
import { DirectiveActions } from "@/components/directives/directive-actions";
import { DirectiveHeader } from "@/components/directives/directive-header";
import { EvidenceCounts } from "@/components/directives/evidence-card";
import { DirectiveHandoffs } from "@/components/directives/handoffs-card";
import { NextStep } from "@/components/directives/next-step";
import { ProgressCards } from "@/components/directives/progress-card";
import { LiveMark } from "@/components/live/live-mark";
import { TimelineCard } from "@/components/timeline/timeline-card";
import { Allowed } from "@/components/ui/allowed";
import { requireMember } from "@/lib/auth";
import { readMark } from "@/lib/data/changes";
import { readDirective, readLives } from "@/lib/data/directive";
import { readStanding } from "@/lib/data/directives";
import { parseBefore, readTimeline } from "@/lib/data/events";
import { directiveHref, idOfPath } from "@/lib/domain/directive-query";
import { readerClient } from "@/lib/supabase/server";

type Props = PageProps<"/directives/[id]">;

/** Once a request: who asks about what, and from which state on; null where it is no directive's id. */
const begin = cache(async (part: string) => {
  const id = idOfPath(part);
  const [member, mark] = await Promise.all([
    requireMember(),
    id === null ? 0 : readMark({ sd: id }),
  ]);
  return id === null ? null : { id, member, mark };
});

/** Once a request: the title and the page show the same directive. */
const load = cache(async (part: string) => {
  const begun = await begin(part);
  return begun && readDirective(await readerClient(), begun.id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const directive = await load((await params).id);
  return { title: directive ? `${directive.id} ${directive.title}`.slice(0, 120) : "Not found" };
}

/** What belongs to it, at the same time as itself. */
async function loadAround(part: string, before: number | null, now: number) {
  const begun = await begin(part);
  if (!begun) notFound();
  const { id } = begun;
  const client = await readerClient();
  return Promise.all([
    readStanding(client, id, now),
    readLives(client, id, now),
    readTimeline(client, { sd: id }, before),
    begun,
  ]);
}

export default async function DirectivePage({ params, searchParams }: Props) {
  const [{ id }, { before }] = await Promise.all([params, searchParams]);
  const now = Date.now();
  const [directive, [standing, { lives, handoffs }, timeline, { member, mark }]] =
    await Promise.all([load(id), loadAround(id, parseBefore(before), now)]);
  if (!directive) notFound();
  const newest = lives.at(-1)?.attempt;
  return (
    <article>
      <LiveMark mark={mark} scope={{ sd: directive.id }} applies />
      <DirectiveHeader directive={directive} />
      <Allowed least="reviewer">
        <DirectiveActions
          directive={directive}
          sessions={lives.map(({ attempt }) => attempt)}
          memberId={member.userId}
        />
      </Allowed>
      <NextStep status={directive.status} standing={standing} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {newest && (
          <>
            <div className="grid min-w-0 gap-4 lg:col-span-2">
              <AttemptsCard lives={lives} now={now} />
            </div>
            <div className="grid min-w-0 gap-4">
              <ProgressCards lives={lives} now={now} />
              <CheckpointsCard newest={newest} />
            </div>
            <div className="grid min-w-0 gap-4">
              <ChangesCard attempts={lives.map(({ attempt }) => attempt)} />
              <EvidenceCounts lives={lives} directive={directive.id} />
              <DirectiveHandoffs handoffs={handoffs} lives={lives} />
            </div>
          </>
        )}
        <div className="min-w-0 lg:col-span-2">
          <TimelineCard
            timeline={timeline}
            href={directiveHref(directive.id)}
            sessions={lives.map(({ attempt }) => attempt.id)}
          />
        </div>
      </div>
    </article>
  );
}
