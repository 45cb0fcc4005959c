import Link from "next/link";
import type { CSSProperties } from "react";
import { None } from "@/components/ui/none";
import { pairKey } from "@/lib/domain/evidence";
import type { Screen, ScreenCell } from "@/lib/domain/screens";
import { viewerHref } from "@/lib/domain/viewer-address";
import { PairMark } from "./pair-mark";
import { Thumb } from "./thumb";

type Props = {
  screens: readonly Screen[];
  /** Ids of the attempts, oldest first. */
  attempts: readonly string[];
};

/** A row a screen: what it was, then what each attempt made of it. Two beside each other on a phone. */
export function ScreenRows({ screens, attempts }: Props) {
  const columns = { "--columns": attempts.length + 1 } as CSSProperties;
  return (
    <ol aria-label="Screens" className="grid gap-4" style={columns}>
      {screens.map(({ name, cells }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two screens may have the same name
        <li key={index} className="min-w-0 rounded-lg border border-line bg-surface px-4 py-3">
          <h2 className="mb-2 truncate font-semibold">
            <bdi title={name}>{name}</bdi>
          </h2>
          <ol className="grid grid-cols-2 gap-3 sm:grid-cols-[repeat(var(--columns),minmax(0,20rem))]">
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
              <li key={column} className={cell ? "min-w-0" : "min-w-0 max-sm:hidden"}>
                {cell ? (
                  <Cell cell={cell} session={attempts[cell.attempt - 1] ?? ""} />
                ) : (
                  <Missing column={column} />
                )}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Cell({ cell, session }: { cell: ScreenCell; session: string }) {
  const { attempt, side, pair, item, change } = cell;
  return (
    <Link
      href={viewerHref(session, { at: pairKey(pair) })}
      prefetch={false}
      className="block text-2xs hover:text-accent"
    >
      <span className="grid aspect-video overflow-hidden rounded border border-line">
        <Thumb item={item} side={side} session={session} />
      </span>
      <span className="mt-1 flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        {side === "before" ? `Before attempt ${attempt}` : `Attempt ${attempt}`}
        {change && <PairMark state={change} />}
      </span>
    </Link>
  );
}

function Missing({ column }: { column: number }) {
  return (
    <div className="text-2xs text-muted">
      <div className="hatch grid aspect-video place-content-center rounded border border-line">
        <None words="no picture" />
      </div>
      <p className="mt-1">{column === 0 ? "Before" : `Attempt ${column}`}: no picture</p>
    </div>
  );
}
