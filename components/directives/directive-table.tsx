import { SortHeader } from "@/components/ui/sort-header";
import type { DirectiveRow as Row } from "@/lib/data/directives";
import {
  type DirectiveQuery,
  directivesHref,
  type SortSlug,
  sorts,
} from "@/lib/domain/directive-query";
import { DirectiveRow } from "./directive-row";

/** A table where it fits; below that each row is two lines of what matters most. */
export function DirectiveTable({ rows, query }: { rows: Row[]; query: DirectiveQuery }) {
  const order = {
    sorts,
    current: query.sort,
    href: (sort: SortSlug) => directivesHref({ ...query, sort, after: undefined }),
  };
  return (
    <table className="directive-table w-full border-separate border-spacing-0 rounded-lg border border-line bg-surface text-xs">
      <caption className="sr-only">Directives, a row leads to its directive</caption>
      <thead className="hidden whitespace-nowrap text-left text-muted xl:table-header-group">
        <tr>
          <SortHeader {...order} slugs={["id"]} className="w-[25%] pl-3!">
            Directive
          </SortHeader>
          <SortHeader {...order} slugs={["priority"]}>
            Priority
          </SortHeader>
          <th scope="col">Status</th>
          <th scope="col">Newest session</th>
          <SortHeader {...order} slugs={["quality-high", "quality-low"]}>
            Quality
          </SortHeader>
          <SortHeader
            {...order}
            slugs={["progress-high", "progress-low"]}
            className="text-right"
            title="Progress, and checkpoints met"
          >
            Progress
          </SortHeader>
          <SortHeader {...order} slugs={["recent", "quiet"]} className="text-right">
            Last activity
          </SortHeader>
          <th scope="col" className="w-[18%]">
            Next action
          </th>
        </tr>
      </thead>
      <tbody data-rows>
        {rows.map((row) => (
          <DirectiveRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}
