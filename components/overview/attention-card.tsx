import Link from "next/link";
import { Quality } from "@/components/sessions/quality";
import { StatusBadge } from "@/components/sessions/status";
import { Card } from "@/components/ui/card";
import type { Attention } from "@/lib/data/overview-now";
import { type OverviewQuery, overviewHref } from "@/lib/domain/overview-query";

type Props = { attention: Attention; query: OverviewQuery };

/** The riskiest sessions, with what speaks against each. */
export function AttentionCard({ attention: { sessions, more }, query }: Props) {
  return (
    <Card id="attention" title="Needs attention" aside="now, whenever it started">
      {sessions.length === 0 ? (
        <p className="text-muted">No session needs attention: no concern is open.</p>
      ) : (
        <ol className="divide-y divide-line">
          {sessions.map((session) => (
            <AttentionItem key={session.id} session={session} />
          ))}
        </ol>
      )}
      {more && !query.attention && (
        <Further href={`${overviewHref({ ...query, attention: true })}#attention`}>
          All that need attention
        </Further>
      )}
      {more && query.attention && (
        <p className="mt-3 text-muted text-xs">These are the hundred that need it most.</p>
      )}
      {query.attention && (
        <Further href={`${overviewHref({ ...query, attention: false })}#attention`}>
          Only the first five
        </Further>
      )}
    </Card>
  );
}

function Further({ href, children }: { href: string; children: string }) {
  return (
    <p className="mt-3">
      <Link
        href={href}
        prefetch={false}
        className="text-accent text-xs underline underline-offset-2"
      >
        {children}
      </Link>
    </p>
  );
}

function AttentionItem({ session }: { session: Attention["sessions"][number] }) {
  const { id, directive, status, stale, quality, concerns } = session;
  return (
    <li className="relative py-2 first:pt-0 last:pb-0 hover:bg-sunken">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          href={`/sessions/${id}`}
          prefetch={false}
          title={directive.title}
          className="w-full min-w-0 truncate sm:w-auto sm:flex-1 after:absolute after:inset-0"
        >
          <bdi className="text-muted">{directive.id}</bdi>{" "}
          <bdi className="font-medium">{directive.title}</bdi>
        </Link>
        <StatusBadge status={status} stale={stale} />
        <Quality score={quality} column={false} />
      </div>
      <p className="text-muted text-xs">{concerns.join(" · ")}</p>
    </li>
  );
}
