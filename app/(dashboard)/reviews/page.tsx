import type { Metadata } from "next";
import { LiveMark } from "@/components/live/live-mark";
import { EssentialsPane } from "@/components/reviews/essentials-pane";
import { QueueHead } from "@/components/reviews/queue-head";
import { QueueList } from "@/components/reviews/queue-list";
import { VerdictPane } from "@/components/reviews/verdict-pane";
import { Notices } from "@/components/ui/notices";
import { requireMember } from "@/lib/auth";
import { readMark } from "@/lib/data/changes";
import { countWaiting, listReviewers, readHolder, readQueue } from "@/lib/data/review-queue";
import { readReviews } from "@/lib/data/reviews";
import { readSession } from "@/lib/data/session";
import { parsePlace } from "@/lib/domain/review-queue";
import { type ReaderClient, readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Reviews" };

/** All that the two panes beside the queue show; null where there is no such session. */
async function loadOpen(client: ReaderClient, id: string | null, now: number) {
  if (id === null) return null;
  const [session, reviews, holder, reviewers] = await Promise.all([
    readSession(client, id, now),
    readReviews(client, id),
    readHolder(client, id, now),
    listReviewers(client),
  ]);
  return session && { session, reviews, holder, reviewers };
}

export default async function ReviewsPage({ searchParams }: PageProps<"/reviews">) {
  const [mark, member] = await Promise.all([readMark(), requireMember()]);
  const { notices, ...place } = parsePlace(await searchParams);
  const client = await readerClient();
  const now = Date.now();
  const [items, waiting, open] = await Promise.all([
    readQueue(client, place.show, member.userId, now),
    countWaiting(client),
    loadOpen(client, place.session ?? null, now),
  ]);
  if (place.session && !open) notices.push("The session that the address named is gone.");
  return (
    <>
      <LiveMark mark={mark} />
      <QueueHead items={items} waiting={waiting} place={place} member={member} />
      <Notices notices={notices} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem] xl:grid-cols-[20rem_minmax(0,1fr)_24rem]">
        <div className={`min-w-0 ${open ? "max-xl:hidden" : "lg:col-span-2 xl:col-span-1"}`}>
          <QueueList items={items} place={place} />
        </div>
        {open ? (
          <>
            <EssentialsPane session={open.session} place={place} />
            <VerdictPane {...open} place={place} member={member} />
          </>
        ) : (
          <p className="py-10 text-center text-muted max-xl:hidden xl:col-span-2">
            Open a session of the queue, or take the next one.
          </p>
        )}
      </div>
    </>
  );
}
