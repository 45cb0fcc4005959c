import type { DirectiveRow as Row } from "@/lib/data/directives";
import type { DirectiveQuery } from "@/lib/domain/directive-query";
import { DirectiveRow } from "./directive-row";
import { SortHeader } from "./sort-header";

/** What all cells have in common, said once: a page has 400, and each is sent twice. */
const looks = [
  "[&_tbody_tr]:relative [&_tbody_tr]:hover:bg-sunken [&_tbody_tr]:has-focus-visible:bg-accent-soft",
  "[&_small]:text-2xs [&_small]:text-muted [&_td]:[overflow-wrap:break-word]",
  "[&_td_a]:block [&_td_a]:truncate [&_td_a]:after:absolute [&_td_a]:after:inset-0",
  "[&_td_a_bdi:first-child]:mr-1 [&_td_a_bdi:first-child]:text-muted [&_td_a_bdi:last-child]:font-medium",
  // A row of the table, its cells two lines.
  "xl:[&_td]:h-12 xl:[&_td]:border-line xl:[&_td]:border-t xl:[&_td]:px-2 xl:[&_td]:py-1.5",
  "xl:[&_td]:align-top xl:[&_small]:block xl:[&_td:first-child]:max-w-0 xl:[&_td:first-child]:pl-3",
  "xl:[&_td:is(:nth-child(6),:nth-child(7))]:whitespace-nowrap xl:[&_td:is(:nth-child(6),:nth-child(7))]:text-right",
  // What it is and how good; how it stands, how far it came and since when; what comes next.
  "max-xl:block max-xl:[&_tbody]:block max-xl:[&_tr]:flex max-xl:[&_tr]:flex-wrap max-xl:[&_tr]:items-center",
  "max-xl:[&_tr]:gap-x-3 max-xl:[&_tr]:gap-y-1 max-xl:[&_tr]:border-line max-xl:[&_tr]:border-t",
  "max-xl:[&_tr]:px-3 max-xl:[&_tr]:py-2 max-xl:[&_td]:order-3 max-xl:[&_td]:text-2xs max-xl:[&_td]:text-muted",
  "max-xl:[&_tbody_tr]:before:order-2 max-xl:[&_tbody_tr]:before:w-full max-xl:[&_td:first-child]:order-0",
  "max-xl:[&_td:first-child]:min-w-0 max-xl:[&_td:first-child]:flex-1 max-xl:[&_td:first-child]:text-xs",
  "max-xl:[&_td:first-child]:text-ink max-xl:[&_td:nth-child(5)]:order-1 max-xl:[&_td:nth-child(8)]:w-full",
  "max-xl:[&_td:nth-child(8)]:text-ink max-xl:[&_td:is(:first-child,:nth-child(4),:nth-child(5))_small]:hidden",
  "max-xl:[&_td:nth-child(6)_small]:ml-3 max-xl:[&_.none]:hidden",
].join(" ");

/** A table where it fits; below that each row is two lines of what matters most. */
export function DirectiveTable({ rows, query }: { rows: Row[]; query: DirectiveQuery }) {
  return (
    <table
      className={`w-full border-separate border-spacing-0 rounded-lg border border-line bg-surface text-xs ${looks}`}
    >
      <caption className="sr-only">Directives, a row leads to its directive</caption>
      <thead className="hidden whitespace-nowrap text-left text-muted xl:table-header-group [&_th]:px-2 [&_th]:py-2 [&_th]:font-medium">
        <tr>
          <SortHeader query={query} sorts={["id"]} className="w-[25%] pl-3!">
            Directive
          </SortHeader>
          <SortHeader query={query} sorts={["priority"]}>
            Priority
          </SortHeader>
          <th scope="col">Status</th>
          <th scope="col">Newest session</th>
          <SortHeader query={query} sorts={["quality-high", "quality-low"]}>
            Quality
          </SortHeader>
          <SortHeader
            query={query}
            sorts={["progress-high", "progress-low"]}
            className="text-right"
            title="Progress, and checkpoints met"
          >
            Progress
          </SortHeader>
          <SortHeader query={query} sorts={["recent", "quiet"]} className="text-right">
            Last activity
          </SortHeader>
          <th scope="col" className="w-[18%]">
            Next action
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <DirectiveRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}
