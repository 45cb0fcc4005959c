import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { None } from "@/components/ui/none";
import { Time } from "@/components/ui/time";
import type { SessionRow } from "@/lib/data/sessions";
import { domains } from "@/lib/domain/scores";
import { typeWord } from "@/lib/domain/session";
import { count, formatDuration } from "@/lib/format";
import { Quality } from "./quality";
import { ScoreBar } from "./score-bar";
import { SessionLines } from "./session-lines";
import { StatusBadge } from "./status";

/** A row is one link: the directive's, stretched over it. */
export function SessionTableRow({ row }: { row: SessionRow }) {
  const { id, directive, status, stale, quality, progress, coverage, gates, demos } = row;
  const pictures = Math.max(row.screenshots.before, row.screenshots.after);
  return (
    <tr>
      <td>
        <div className="flex items-center gap-2">
          <Link
            href={`/sessions/${id}`}
            prefetch={false}
            className="row-link"
            title={directive.title}
          >
            <bdi className="mr-2 text-muted">{directive.id}</bdi>{" "}
            <bdi className="font-medium">{directive.title}</bdi>
          </Link>
          <span className="xl:hidden">
            <Quality score={quality} />
          </span>
        </div>
        <SessionLines row={row} />
      </td>
      <td>
        <StatusBadge status={status} stale={stale} />
      </td>
      <td>{typeWord(row.type)}</td>
      <td>
        <Quality score={quality} />
      </td>
      {domains.map(({ key }) => (
        <td key={key}>
          <span className="block w-7 leading-none">
            {row.domains[key] ?? <None words="not scored" />}
            <ScoreBar score={row.domains[key]} className="mt-0.5 h-1" />
          </span>
        </td>
      ))}
      <td className="text-right">
        {progress === null ? <None words="unknown" /> : `${progress} %`}
      </td>
      <td className="text-right">
        {coverage === null ? <None words="not measured" /> : `${coverage} %`}
      </td>
      <td className="text-right">
        {gates.all === 0 ? <None words="no gates" /> : <GatesMet {...gates} />}
      </td>
      <td>
        <span className="flex gap-2">
          {pictures + demos === 0 && <None words="no evidence" />}
          {pictures > 0 && (
            <span className="inline-flex items-center gap-1" title={count(pictures, "screenshot")}>
              <Icon name="images" className="size-3.5 text-muted" />
              {pictures}
              <span className="sr-only"> screenshots</span>
            </span>
          )}
          {demos > 0 && (
            <span className="inline-flex items-center gap-1" title={count(demos, "demo")}>
              <Icon name="play" className="size-3.5 text-muted" />
              {demos}
              <span className="sr-only"> demos</span>
            </span>
          )}
        </span>
      </td>
      <td className="text-right">
        {row.startedAt ? <Time at={row.startedAt} /> : <None words="unknown" />}
      </td>
      <td className="text-right">
        {row.took === null ? <None words="unknown" /> : formatDuration(row.took)}
      </td>
    </tr>
  );
}

function GatesMet({ met, all }: { met: number; all: number }) {
  return (
    <>
      <span aria-hidden>
        {met}/{all}
      </span>
      <span className="sr-only">
        {met} of {all} met
      </span>
    </>
  );
}
