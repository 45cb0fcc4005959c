import { Time } from "@/components/ui/time";
import type { Tiles as Numbers } from "@/lib/data/overview-now";
import { directivesHref } from "@/lib/domain/directive-query";
import { anytimeHref, periodHref, periods, type Scope } from "@/lib/domain/overview-query";
import { completedWords, medianWords } from "@/lib/domain/overview-tiles";
import { bands } from "@/lib/domain/scores";
import { DAY, dayOf, mondayOf } from "@/lib/domain/weeks";
import { formatDuration, formatNumber } from "@/lib/format";
import { Tile, TileLink } from "./tile";

type Props = { tiles: Numbers; scope: Scope; now: number };

/** What waits, what goes on, what was done, how good. */
export function Tiles({ tiles, scope, now }: Props) {
  const monday = mondayOf(now);
  const completedIn = (first: number) =>
    anytimeHref(scope, {
      status: ["completed"],
      endedFrom: dayOf(first),
      endedTo: dayOf(first + 6 * DAY),
    });
  const scored = bands.filter((band) => band !== "unscored");
  const { type, app, period } = scope;
  return (
    <ul aria-label="At a glance" className="mb-4 grid grid-cols-2 gap-2 sm:gap-3 lg:grid-cols-5">
      <Tile
        label="Waiting for review"
        value={tiles.waiting}
        href={anytimeHref(scope, { waiting: true })}
      >
        <Oldest since={tiles.waitingSince} waiting={tiles.waiting} now={now} />
      </Tile>
      <Tile
        label="Active now"
        value={tiles.active}
        href={anytimeHref(scope, { status: ["active"] })}
      >
        {tiles.stale === 0 ? (
          "none of them stale"
        ) : (
          <>
            <TileLink href={anytimeHref(scope, { stale: true })}>
              {formatNumber(tiles.stale)} stale
            </TileLink>
            , started more than 7 days ago
          </>
        )}
      </Tile>
      <Tile label="Completed this week" value={tiles.completed} href={completedIn(monday)}>
        {completedWords(tiles.completed, tiles.completedByThisTime)};{" "}
        <TileLink href={completedIn(monday - 7 * DAY)}>
          {formatNumber(tiles.completedLastWeek)} in all of last week
        </TileLink>
      </Tile>
      <Tile
        label={`Median quality, ${periods[period].words.toLowerCase()}`}
        value={tiles.median}
        href={periodHref(scope, { band: scored })}
      >
        {medianWords(tiles.median, tiles.medianBefore, period)}
      </Tile>
      <Tile
        label="Directives to review"
        value={tiles.directivesToReview}
        limit={1000}
        href={directivesHref({ status: ["implementation_review_required"], type, app })}
        className="col-span-2 lg:col-span-1"
      >
        completed below 75 or without a score
      </Tile>
    </ul>
  );
}

type OldestProps = { since: string | null; waiting: number; now: number };

function Oldest({ since, waiting, now }: OldestProps) {
  if (waiting === 0) return "nothing waits";
  if (since === null) return "since when is not known";
  const age = now - Date.parse(since);
  return (
    <>
      the oldest since <Time at={since} />
      {age >= 0 && `, ${formatDuration(age)}`}
    </>
  );
}
