import Link from "next/link";
import { StatusBadge } from "@/components/sessions/status";
import { Card } from "@/components/ui/card";
import { None } from "@/components/ui/none";
import { Time } from "@/components/ui/time";
import type { MovedDirective } from "@/lib/data/overview-now";
import { directiveHref } from "@/lib/domain/directive-query";
import { formatDuration } from "@/lib/format";

type Props = { moved: MovedDirective[]; still: MovedDirective[]; now: number };

/** Where something changed last, and where work goes on in name alone. */
export function DirectivesCard({ moved, still, now }: Props) {
  return (
    <Card id="directives" title="Directives that moved, and that stood still" aside="now">
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <DirectiveList
          title="Moved last"
          empty="No directive matches."
          directives={moved}
          since={(age) => (age === "" ? "just now" : `${age} ago`)}
          now={now}
        />
        <DirectiveList
          title="In work, and stood still longest"
          empty="No directive has an active or paused session."
          directives={still}
          since={(age) => (age === "" ? "just now" : `for ${age}`)}
          now={now}
        />
      </div>
    </Card>
  );
}

type ListProps = {
  title: string;
  empty: string;
  directives: MovedDirective[];
  /** Of a time in words, "" of less than a minute. */
  since: (age: string) => string;
  now: number;
};

function DirectiveList({ title, empty, directives, since, now }: ListProps) {
  return (
    <section className="min-w-0" aria-label={title}>
      <h3 className="mb-1 font-medium text-xs">{title}</h3>
      {directives.length === 0 ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <ul className="divide-y divide-line">
          {directives.map(({ id, title, status, progress, lastActivity }) => (
            <li key={id} className="relative py-2 hover:bg-sunken">
              <Link
                href={directiveHref(id)}
                prefetch={false}
                title={title}
                className="block truncate after:absolute after:inset-0"
              >
                <bdi className="text-muted">{id}</bdi> <bdi className="font-medium">{title}</bdi>
              </Link>
              <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-muted text-xs">
                {status === null ? "no session yet" : <StatusBadge status={status} />}
                {status !== null &&
                  (progress === null ? <None words="progress unknown" /> : `${progress} %`)}
                <LastActivity at={lastActivity} since={since} now={now} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function LastActivity({ at, since, now }: { at: string } & Pick<ListProps, "since" | "now">) {
  const age = now - Date.parse(at);
  if (Number.isNaN(age)) return <None words="since when is not known" />;
  return (
    <span>
      {since(age < 60_000 ? "" : formatDuration(age))}
      {age > 86_400_000 && (
        <>
          , <Time at={at} />
        </>
      )}
    </span>
  );
}
