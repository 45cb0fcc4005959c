import { Search } from "lucide-react";
import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { FilterForm } from "@/components/ui/filter-form";
import { inputClass } from "@/components/ui/input";
import { bands, bandWord } from "@/lib/domain/scores";
import { implementationTypes, statuses, typeWord } from "@/lib/domain/session";
import {
  isFiltered,
  type SessionQuery,
  type SortSlug,
  sessionEntries,
  sessionsHref,
  sorts,
} from "@/lib/search-params";
import type { Counts } from "./check-list";
import { CheckMenu } from "./check-menu";
import { FilterChips } from "./filter-chips";
import { MoreFilters } from "./more-filters";

type Props = {
  query: SessionQuery;
  applications: string[];
  orchestrators: string[];
  counts: Counts;
};

/** Asked for by links alone. */
const linked = ["sd", "agent", "open", "scored"];

const words = "Search directive, PRD, type, sub-agent summary";

/** A plain form: it works without a script, and the address holds all of it. */
export function SessionFilters({ query, applications, orchestrators, counts }: Props) {
  // One that was asked for and does not exist is to be seen, and to be unchecked.
  const known = [...new Set([...applications, ...query.app])];
  return (
    <div className="mb-3 grid gap-2">
      <FilterForm action="/sessions" className="relative flex flex-wrap items-center gap-2">
        <label className="relative min-w-0 max-w-96 flex-[1_1_14rem]" title={words}>
          <span className="sr-only">{words}</span>
          <Search aria-hidden className="absolute top-2.5 left-2.5 size-4 text-muted" />
          <input
            type="search"
            aria-keyshortcuts="/"
            name="q"
            defaultValue={query.q}
            maxLength={100}
            placeholder={words}
            className={`h-9 pl-8 ${inputClass}`}
          />
        </label>
        <CheckMenu
          name="status"
          label="Status"
          chosen={query.status}
          options={statuses}
          counts={counts}
        />
        <CheckMenu
          name="type"
          label="Type"
          chosen={query.type}
          options={implementationTypes}
          word={typeWord}
          counts={counts}
        />
        <CheckMenu
          name="band"
          label="Quality"
          chosen={query.band}
          options={bands}
          word={bandWord}
          counts={counts}
        />
        {known.length > 0 && (
          <CheckMenu
            name="app"
            label="Application"
            chosen={query.app}
            options={known}
            counts={counts}
          />
        )}
        <MoreFilters query={query} orchestrators={orchestrators} counts={counts} />
        <label className="flex items-center gap-1.5">
          <span className="sr-only">Order</span>
          <select
            name="sort"
            defaultValue={query.sort}
            className={`h-9 w-auto! pr-1 ${inputClass}`}
          >
            {(Object.keys(sorts) as SortSlug[]).map((slug) => (
              <option key={slug} value={slug}>
                {sortWords[slug]}
              </option>
            ))}
          </select>
        </label>
        {[
          ...sessionEntries(query).filter(([name]) => linked.includes(name)),
          ["view", query.view],
        ].map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Button type="submit">Show</Button>
        {isFiltered(query) && (
          <Link
            href={sessionsHref({})}
            prefetch={false}
            className={buttonClass({ variant: "ghost" })}
          >
            Clear filters
          </Link>
        )}
      </FilterForm>
      <FilterChips query={query} />
    </div>
  );
}

const sortWords: Record<SortSlug, string> = {
  newest: "Newest first",
  oldest: "Oldest first",
  "quality-high": "Best quality first",
  "quality-low": "Worst quality first",
  "progress-high": "Most progress first",
  "progress-low": "Least progress first",
};
