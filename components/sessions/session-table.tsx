import { SelectionBar } from "@/components/selection/selection-bar";
import type { SessionRow } from "@/lib/data/sessions";
import type { Column } from "@/lib/domain/columns";
import { type SessionQuery, sessionsHref } from "@/lib/search-params";
import { SessionHeads } from "./session-heads";
import { SessionTableRow } from "./session-table-row";

type Props = {
  rows: SessionRow[];
  columns: readonly Column[];
  query: SessionQuery;
  /** Whom the member may give reviews to. */
  reviewers: { id: string; name: string }[];
  memberId: string;
};

/** A table where it fits; below that each row is two lines of what matters most. */
export function SessionTable({ rows, columns, query, ...member }: Props) {
  return (
    <>
      <span id="choose-word" hidden>
        Choose
      </span>
      {/* More columns than there is room for are reached sideways. */}
      <div className="xl:overflow-x-auto">
        <table className="session-table w-full border-separate border-spacing-0 rounded-lg border border-line bg-surface text-xs">
          <caption className="sr-only">Implementation sessions, a row leads to its session</caption>
          <thead className="whitespace-nowrap text-muted">
            <tr>
              <th scope="col" className="pr-3 pl-9">
                Directive
              </th>
              <SessionHeads columns={columns} query={query} />
            </tr>
          </thead>
          <tbody data-rows>
            {rows.map((row, index) => (
              <SessionTableRow key={row.id} row={row} columns={columns} number={index + 1} />
            ))}
          </tbody>
        </table>
      </div>
      <SelectionBar
        list={sessionsHref({ ...query, sort: undefined, view: undefined, after: undefined })}
        {...member}
      />
    </>
  );
}
