import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Allowed } from "@/components/ui/allowed";
import { PageHeader } from "@/components/ui/page-header";
import { takeReview } from "@/lib/actions/reviews";
import type { Member } from "@/lib/auth";
import type { QueueItem } from "@/lib/data/review-queue";
import { type Place, queueHref, queueViews } from "@/lib/domain/review-queue";

const words = {
  all: "All",
  unassigned: "Unassigned",
  mine: "Mine",
  agent: "Waiting for the agent",
};

type Props = { items: QueueItem[]; waiting: number; place: Place; member: Member };

/** What is left, who works on what, and the way on. */
export function QueueHead({ items, waiting, place, member }: Props) {
  return (
    <>
      <PageHeader title="Reviews">
        <span className="text-muted">
          {waiting === 0 ? "nothing waits" : `${waiting < 100 ? waiting : "100 or more"} waiting`}
        </span>
        <Allowed least="reviewer">
          <ActionForm
            action={takeReview}
            hidden={{ show: place.show, blind: place.blind ? "on" : "" }}
            className="contents"
            submit={
              <SubmitButton size="small" aria-keyshortcuts="n">
                Next
              </SubmitButton>
            }
          />
        </Allowed>
      </PageHeader>
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <nav aria-label="Parts of the queue" className="flex flex-wrap gap-1">
          {queueViews.map((show) => (
            <Link
              key={show}
              href={queueHref({ show, blind: place.blind })}
              prefetch={false}
              aria-current={show === place.show ? "page" : undefined}
              className="rounded-md px-2.5 py-1.5 font-medium text-muted text-xs hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent-strong"
            >
              {words[show]}
            </Link>
          ))}
        </nav>
        <Link
          href={queueHref({ ...place, blind: !place.blind })}
          prefetch={false}
          className="text-accent text-xs underline underline-offset-2"
        >
          {place.blind ? "Show the agent’s scores" : "Score before you see the agent’s"}
        </Link>
        <Workers items={items} memberId={member.userId} />
      </div>
    </>
  );
}

function Workers({ items, memberId }: { items: QueueItem[]; memberId: string }) {
  const held = Map.groupBy(
    items.filter(({ reviewer }) => reviewer),
    ({ reviewer }) => (reviewer?.id === memberId ? "You" : (reviewer?.name ?? "A former member")),
  );
  if (held.size === 0) return null;
  return (
    <ul aria-label="Who works on what" className="flex flex-wrap gap-x-4 text-muted text-xs">
      {[...held].map(([name, sessions]) => (
        <li key={name}>
          <bdi className="font-medium text-ink">{name}</bdi>:{" "}
          <bdi>{sessions.map(({ directive }) => directive.id).join(", ")}</bdi>
        </li>
      ))}
    </ul>
  );
}
