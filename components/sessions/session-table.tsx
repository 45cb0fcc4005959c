import { SelectionBar } from "@/components/selection/selection-bar";
import { SortHeader } from "@/components/ui/sort-header";
import type { SessionRow } from "@/lib/data/sessions";
import { domains } from "@/lib/domain/scores";
import { type SessionQuery, type SortSlug, sessionsHref, sorts } from "@/lib/search-params";
import { SessionTableRow } from "./session-table-row";

type Props = {
  rows: SessionRow[];
  query: SessionQuery;
  /** Whom the member may give reviews to. */
  reviewers: { id: string; name: string }[];
  memberId: string;
};

const head = "hidden px-2 py-2 text-left font-medium xl:table-cell";

/** A table where it fits; below that each row is two lines of what matters most. */
export function SessionTable({ rows, query, reviewers, memberId }: Props) {
  const order = {
    sorts,
    current: query.sort,
    href: (sort: SortSlug) => sessionsHref({ ...query, sort, after: undefined }),
  };
  return (
    <>
      <span id="choose-word" hidden>
        Choose
      </span>
      <table className="session-table w-full border-separate border-spacing-0 rounded-lg border border-line bg-surface text-xs">
        <caption className="sr-only">Implementation sessions, a row leads to its session</caption>
        <thead className="whitespace-nowrap text-muted">
          <tr>
            <th scope="col" className="hidden py-2 pr-3 pl-9 text-left font-medium xl:table-cell">
              Directive
            </th>
            <th scope="col" className={head}>
              Status
            </th>
            <th scope="col" className={head}>
              Type
            </th>
            <SortHeader {...order} slugs={["quality-high", "quality-low"]} className={head}>
              Quality
            </SortHeader>
            {domains.map(({ key, label, short }) => (
              <th key={key} scope="col" className={head} title={label}>
                <span aria-hidden>{short}</span>
                <span className="sr-only">{label}</span>
              </th>
            ))}
            <SortHeader
              {...order}
              slugs={["progress-high", "progress-low"]}
              className={`${head} text-right`}
            >
              Progress
            </SortHeader>
            <th scope="col" className={`${head} text-right`} title="Test coverage">
              <span aria-hidden>Cov.</span>
              <span className="sr-only">Test coverage</span>
            </th>
            <th scope="col" className={`${head} text-right`}>
              Gates
            </th>
            <th scope="col" className={head}>
              Evidence
            </th>
            <SortHeader {...order} slugs={["newest", "oldest"]} className={`${head} text-right`}>
              Started
            </SortHeader>
            <th scope="col" className={`${head} text-right`}>
              Took
            </th>
          </tr>
        </thead>
        <tbody data-rows>
          {rows.map((row, index) => (
            <SessionTableRow key={row.id} row={row} number={index + 1} />
          ))}
        </tbody>
      </table>
      <SelectionBar
        list={sessionsHref({ ...query, sort: undefined, after: undefined })}
        reviewers={reviewers}
        memberId={memberId}
      />
    </>
  );
}
