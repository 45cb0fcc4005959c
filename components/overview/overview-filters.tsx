import Link from "next/link";
import { CheckMenu } from "@/components/sessions/check-menu";
import { Button, buttonClass } from "@/components/ui/button";
import { inputClass } from "@/components/ui/input";
import {
  isFiltered,
  type OverviewQuery,
  overviewHref,
  periodSlugs,
  periods,
} from "@/lib/domain/overview-query";
import { implementationTypes, typeWord } from "@/lib/domain/session";

type Props = { query: OverviewQuery; applications: string[] };

/** A plain form, as that of the sessions. */
export function OverviewFilters({ query, applications }: Props) {
  // One that was asked for and does not exist is to be seen, and to be unchecked.
  const known = [...new Set([...applications, ...query.app])];
  return (
    <form action="/" className="relative mb-3 flex flex-wrap items-center gap-2">
      <label>
        <span className="sr-only">Period</span>
        <select
          name="period"
          defaultValue={query.period}
          className={`h-9 w-auto! pr-1 ${inputClass}`}
        >
          {periodSlugs.map((slug) => (
            <option key={slug} value={slug}>
              {periods[slug].words}
            </option>
          ))}
        </select>
      </label>
      <CheckMenu
        name="type"
        label="Type"
        chosen={query.type}
        options={implementationTypes}
        word={typeWord}
      />
      {known.length > 0 && (
        <CheckMenu name="app" label="Application" chosen={query.app} options={known} />
      )}
      <Button type="submit">Show</Button>
      {isFiltered(query) && (
        <Link
          href={overviewHref({ period: query.period })}
          prefetch={false}
          className={buttonClass({ variant: "ghost" })}
        >
          Clear filters
        </Link>
      )}
    </form>
  );
}
