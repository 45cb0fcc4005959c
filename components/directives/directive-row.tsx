import Link from "next/link";
import { Quality } from "@/components/sessions/quality";
import { StatusBadge } from "@/components/sessions/status";
import { None } from "@/components/ui/none";
import { Time } from "@/components/ui/time";
import type { DirectiveRow as Row } from "@/lib/data/directives";
import { directiveHref } from "@/lib/domain/directive-query";
import { DirectiveStatus, Priority } from "./directive-badges";

/** A row is one link, stretched over it. Its looks are said once, by the table. */
export function DirectiveRow({ row }: { row: Row }) {
  const { id, title, application, newest, earlier, trend } = row;
  return (
    <tr>
      <td>
        <Link href={directiveHref(id)} prefetch={false} title={title}>
          <bdi>{id}</bdi> <bdi>{title}</bdi>
        </Link>
        <small>{application ? <bdi>{application}</bdi> : "no application"}</small>
      </td>
      <td>
        <Priority priority={row.priority} />
      </td>
      <td>
        <DirectiveStatus status={row.status} />
      </td>
      <td>
        {newest ? (
          <StatusBadge status={newest.status} stale={newest.stale} />
        ) : (
          <span className="text-muted">no session</span>
        )}
        {earlier.length > 0 && (
          <small>
            before: {earlier.map(({ status, sessions }) => `${sessions} ${status}`).join(", ")}
          </small>
        )}
      </td>
      <td>
        {newest ? <Quality score={newest.quality} /> : <None words="no session" />}
        {trend && (
          <small>
            {trend.scores} {trend.direction}
          </small>
        )}
      </td>
      <td>
        {newest && newest.progress !== null ? (
          <>
            {newest.progress} %<span className="xl:hidden"> done</span>
          </>
        ) : (
          <None words={newest ? "unknown" : "no session"} />
        )}
        {newest && newest.gates.all > 0 && (
          <small>
            {newest.gates.met}/{newest.gates.all}
            <span className="xl:sr-only"> checkpoints</span>
          </small>
        )}
      </td>
      <td>
        <Time at={row.lastActivity} />
      </td>
      <td>
        <span className="line-clamp-2" title={row.next}>
          {row.next}
        </span>
      </td>
    </tr>
  );
}
