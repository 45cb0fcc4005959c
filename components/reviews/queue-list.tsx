import Link from "next/link";
import { Quality } from "@/components/sessions/quality";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { QUEUE, type QueueItem } from "@/lib/data/review-queue";
import { type Place, type QueueView, queueHref } from "@/lib/domain/review-queue";
import { sessionsHref } from "@/lib/search-params";

const empty: Record<QueueView, [title: string, more: string]> = {
  all: ["Nothing waits for review", "A session comes here when its agent completes it."],
  unassigned: ["Everything that waits is in somebody’s hands", "Look at all of it."],
  mine: ["You have nothing to review", "Take the next one."],
  agent: ["No agent was asked for changes", "Sessions come here when changes are requested."],
};

export function QueueList({ items, place }: { items: QueueItem[]; place: Place }) {
  if (items.length === 0) {
    const [title, more] = empty[place.show];
    return <EmptyState title={title}>{more}</EmptyState>;
  }
  const at = items.findIndex(({ id }) => id === place.session);
  return (
    <>
      <ol
        aria-label="The queue, riskiest first"
        className="divide-y divide-line rounded-lg border border-line bg-surface"
      >
        {items.map((item, index) => (
          <QueueLine
            key={item.id}
            item={item}
            place={place}
            // From where one is; from the outside to the first.
            shortcut={index === at + 1 ? "j" : index === at - 1 ? "k" : undefined}
          />
        ))}
      </ol>
      {items.length === QUEUE && (
        <p className="mt-2 text-muted text-xs">
          These are the {QUEUE} that need it most.{" "}
          <Link
            href={sessionsHref({ waiting: true })}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            All that wait
          </Link>
        </p>
      )}
    </>
  );
}

type LineProps = { item: QueueItem; place: Place; shortcut?: string };

function QueueLine({ item, place, shortcut }: LineProps) {
  const { id, directive, quality, concerns, queueReasons, reviewer, skipped } = item;
  const isOpen = id === place.session;
  // Some of what speaks against it tells of the agent's scores.
  const reasons = place.blind ? [] : [...concerns, ...queueReasons];
  return (
    <li className={`relative px-3 py-2 hover:bg-sunken ${isOpen ? "bg-accent-soft" : ""}`}>
      <div className="flex items-center gap-2">
        <Link
          href={queueHref({ ...place, session: id })}
          prefetch={false}
          aria-current={isOpen ? "true" : undefined}
          aria-keyshortcuts={shortcut}
          className="min-w-0 flex-1 truncate after:absolute after:inset-0"
        >
          <bdi className="text-muted">{directive.id}</bdi>{" "}
          <bdi className="font-medium">{directive.title}</bdi>
        </Link>
        {!place.blind && <Quality score={quality} column={false} />}
      </div>
      {reasons.length > 0 && <p className="text-muted text-xs">{reasons.join(" · ")}</p>}
      {(reviewer || skipped) && (
        <p className="mt-1 flex gap-1">
          {reviewer && (
            <Badge tone="accent">
              <bdi>{reviewer.name ?? "a former member"}</bdi>
            </Badge>
          )}
          {skipped && <Badge>skipped by you</Badge>}
        </p>
      )}
    </li>
  );
}
