import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import type { Timeline } from "@/lib/data/events";

type Props = {
  title?: string;
  timeline: Timeline;
  /** The page's address, to which the place in the timeline is added. */
  href: string;
  /** The sessions to which their events lead, where there are several. */
  sessions?: readonly string[];
};

/** Who or what changed which value, when. */
export function TimelineCard({ title = "Timeline", timeline, href, sessions = [] }: Props) {
  const { entries, older, isFirst } = timeline;
  return (
    <Card title={title} id="timeline" aside="newest first">
      {entries.length === 0 ? (
        <p className="text-muted">
          {isFirst ? "Nothing has been recorded yet." : "Nothing happened before that."}
        </p>
      ) : (
        <ol className="divide-y divide-line">
          {entries.map((entry) => (
            <TimelineItem
              key={entry.id}
              entry={entry}
              linkSession={entry.sessionId !== null && sessions.includes(entry.sessionId)}
            />
          ))}
        </ol>
      )}
      <nav aria-label="Pages of the timeline" className="mt-3 flex gap-4 text-xs empty:hidden">
        {!isFirst && <PageLink href={`${href}#timeline`}>Back to the newest</PageLink>}
        {older !== null && <PageLink href={`${href}?before=${older}#timeline`}>Older</PageLink>}
      </nav>
    </Card>
  );
}

function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} className="text-accent underline underline-offset-2">
      {children}
    </Link>
  );
}

type ItemProps = { entry: Timeline["entries"][number]; linkSession: boolean };

function TimelineItem({ entry, linkSession }: ItemProps) {
  const { title, changes, at, by, derived, note, sessionId } = entry;
  return (
    <li className="gap-x-4 py-2 text-xs first:pt-0 last:pb-0 sm:flex">
      <p className="shrink-0 text-muted sm:w-44">
        <Time at={at} exact />
      </p>
      <div className="min-w-0">
        <p>
          <bdi className="font-medium">{title}</bdi>{" "}
          <span className="text-muted">
            by <bdi>{by}</bdi>
            {derived && ", concluded from the row and not witnessed"}
          </span>
          {linkSession && (
            <>
              {" "}
              <Link
                href={`/sessions/${sessionId}`}
                prefetch={false}
                className="text-accent underline underline-offset-2"
              >
                session<span className="sr-only"> {sessionId}</span>
              </Link>
            </>
          )}
        </p>
        {note && (
          <p>
            <span className="text-muted">Reason: </span>
            <bdi>{note}</bdi>
          </p>
        )}
        {changes.length > 0 && (
          <ul className="flex flex-wrap gap-x-3">
            {changes.map(({ field, from, to }) => (
              <li key={field}>
                {field} <bdi className="text-muted">{from}</bdi> <span aria-hidden>→</span>
                <span className="sr-only">became</span> <bdi>{to}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
