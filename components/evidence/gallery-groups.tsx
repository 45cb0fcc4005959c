import Link from "next/link";
import { StatusBadge } from "@/components/sessions/status";
import { Time } from "@/components/ui/time";
import type { GalleryGroup as Group } from "@/lib/data/gallery";
import { screensHref } from "@/lib/domain/gallery-query";
import { typeWord } from "@/lib/domain/session";
import { countWords } from "@/lib/domain/shown-evidence";
import { count } from "@/lib/format";
import { Demos } from "./demos";
import { PairTiles } from "./pair-tiles";
import { ViewerLink } from "./viewer-link";

const PAIRS = 6;

type Props = { groups: Group[]; byDirective: boolean };

export function GalleryGroups({ groups, byDirective }: Props) {
  return (
    <ol data-rows aria-label="Sessions" className="grid items-start gap-4 xl:grid-cols-2">
      {groups.map((group) => (
        <li key={group.id} className="min-w-0 rounded-lg border border-line bg-surface">
          <GalleryGroup group={group} byDirective={byDirective} />
        </li>
      ))}
    </ol>
  );
}

function GalleryGroup({ group, byDirective }: { group: Group; byDirective: boolean }) {
  const { id, directive, evidence } = group;
  const { pairs, demos, counts } = evidence;
  return (
    <article aria-labelledby={`group-${id}`}>
      <div className="border-line border-b px-4 py-2.5">
        <h2 id={`group-${id}`} className="truncate font-semibold">
          <Link
            href={`/sessions/${id}`}
            prefetch={false}
            title={directive.title}
            className="hover:underline"
          >
            <bdi className="text-muted">{directive.id}</bdi> <bdi>{directive.title}</bdi>
          </Link>
        </h2>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
          <StatusBadge status={group.status} stale={group.stale} />
          <span>{typeWord(group.type)}</span>
          <span>{group.startedAt ? <Time at={group.startedAt} /> : "start not recorded"}</span>
          <span>{countWords(counts)}</span>
          {group.changed === false && <span>nothing changed</span>}
        </p>
      </div>
      <div className="grid gap-3 px-4 py-3">
        {pairs.length > 0 && <PairTiles session={id} pairs={pairs.slice(0, PAIRS)} />}
        {demos.length > 0 && <Demos demos={demos.slice(0, 1)} />}
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
          <ViewerLink session={id} evidence={evidence} />
          {counts.demos > 1 && <MoreDemos id={id} demos={counts.demos - 1} />}
          {byDirective && (
            <Link
              href={screensHref(directive.id)}
              prefetch={false}
              className="text-accent underline underline-offset-2"
            >
              Screens through the attempts
            </Link>
          )}
        </p>
      </div>
    </article>
  );
}

function MoreDemos({ id, demos }: { id: string; demos: number }) {
  return (
    <Link
      href={`/sessions/${id}`}
      prefetch={false}
      className="text-accent underline underline-offset-2"
    >
      {count(demos, "more demo")}
    </Link>
  );
}
