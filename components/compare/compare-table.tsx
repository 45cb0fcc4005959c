import { ScoreBar } from "@/components/sessions/score-bar";
import { Badge } from "@/components/ui/badge";
import type { Attempt } from "@/lib/domain/attempts";
import { type Cell, type Group, letter, type Row } from "@/lib/domain/comparison";
import { CompareHead } from "./compare-head";
import { CompareValue } from "./compare-value";

const cell = "border-line border-t px-2 py-2 align-top sm:px-3";
/** The row's name stays in sight where the columns scroll below it. */
const rowHead = `${cell} sticky left-0 z-1 bg-surface text-left font-medium max-sm:text-2xs`;

/** The rows in which the sessions differ, a column each. It scrolls sideways where it must. */
export function CompareTable({ attempts, groups }: { attempts: Attempt[]; groups: Group[] }) {
  return (
    <section
      aria-label="What differs, a table that scrolls sideways"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto rounded-lg border border-line bg-surface"
    >
      <table className="w-full border-separate border-spacing-0 text-xs">
        <caption className="sr-only">
          Where the sessions differ. Differences in numbers are to session A.
        </caption>
        <CompareHead attempts={attempts} />
        {groups.map((group) => (
          <tbody key={group.title}>
            <tr>
              <th
                scope="rowgroup"
                className="sticky left-0 z-1 border-line border-t bg-sunken px-2 py-1 text-left font-semibold sm:px-3"
              >
                {group.title}
              </th>
              {attempts.map(({ id }, index) => (
                <td
                  key={id}
                  aria-hidden
                  className="border-line border-t bg-sunken px-2 py-1 font-semibold text-muted sm:px-3"
                >
                  {letter(index)}
                </td>
              ))}
            </tr>
            {group.rows.map((row) => (
              <CompareRow key={row.label} row={row} attempts={attempts} />
            ))}
            {group.more > 0 && (
              <tr>
                <td colSpan={attempts.length + 1} className={`${cell} text-muted`}>
                  {group.more} more rows differ and are not shown.
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function CompareRow({ row, attempts }: { row: Row; attempts: Attempt[] }) {
  return (
    <tr>
      <th scope="row" className={rowHead}>
        <bdi className="line-clamp-4" title={row.label}>
          {row.label}
        </bdi>
      </th>
      {row.cells.map((each, index) => (
        <td key={attempts[index]?.id} className={cell}>
          <CompareCell cell={each} />
        </td>
      ))}
    </tr>
  );
}

function CompareCell({ cell: { value, note, best } }: { cell: Cell }) {
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <CompareValue value={value} />
        {best && <Badge tone="accent">best</Badge>}
      </div>
      {value.kind === "score" && <ScoreBar score={value.score} className="mt-1 max-w-40" />}
      {note && <p className="mt-0.5 text-2xs text-muted">{note}</p>}
    </>
  );
}
