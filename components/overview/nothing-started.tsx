import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { isFiltered, type OverviewQuery, overviewHref, periods } from "@/lib/domain/overview-query";

/** In place of charts that would all be empty. */
export function NothingStarted({ query }: { query: OverviewQuery }) {
  const { words, days } = periods[query.period];
  const when = days === null ? "" : ` in the ${words.toLowerCase()}`;
  const longer = { ...query, period: "all" as const };
  return (
    <EmptyState
      title={
        isFiltered(query) ? `No session matches these filters${when}` : `No session started${when}`
      }
      action={
        <span className="inline-flex flex-wrap justify-center gap-2">
          {days !== null && <Way href={overviewHref(longer)}>Look at all time</Way>}
          {isFiltered(query) && (
            <Way href={overviewHref({ period: query.period })}>Clear the filters</Way>
          )}
        </span>
      }
    >
      <p>There is nothing to draw. The tiles above and the lists below are as of now.</p>
    </EmptyState>
  );
}

function Way({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} className={buttonClass({ variant: "primary" })}>
      {children}
    </Link>
  );
}
