import { Search } from "lucide-react";
import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { inputClass } from "@/components/ui/input";
import { bands, bandWord } from "@/lib/domain/scores";
import { implementationTypes, statuses, typeWord } from "@/lib/domain/session";
import {
  isFiltered,
  type SessionQuery,
  type SortSlug,
  sessionEntries,
  sorts,
} from "@/lib/search-params";
import { CheckMenu } from "./check-menu";
import { FilterChips } from "./filter-chips";

type Props = { query: SessionQuery; applications: string[] };

const controls = new Set(["q", "status", "type", "app", "band", "sort"]);

/** A plain form: it works without a script, and the address holds all of it. */
export function SessionFilters({ query, applications }: Props) {
  // One that was asked for and does not exist is to be seen, and to be unchecked.
  const known = [...new Set([...applications, ...query.app])];
  return (
    <div className="mb-3 grid gap-2">
      <form action="/sessions" className="relative flex flex-wrap items-center gap-2">
        <label className="relative min-w-0 max-w-80 flex-[1_1_12rem]">
          <span className="sr-only">Directive, by id or title</span>
          <Search aria-hidden className="absolute top-2.5 left-2.5 size-4 text-muted" />
          <input
            type="search"
            aria-keyshortcuts="/"
            name="q"
            defaultValue={query.q}
            maxLength={100}
            placeholder="Directive, by id or title"
            className={`h-9 pl-8 ${inputClass}`}
          />
        </label>
        <CheckMenu name="status" label="Status" chosen={query.status} options={statuses} />
        <CheckMenu
          name="type"
          label="Type"
          chosen={query.type}
          options={implementationTypes}
          word={typeWord}
        />
        <CheckMenu
          name="band"
          label="Quality"
          chosen={query.band}
          options={bands}
          word={bandWord}
        />
        {known.length > 0 && (
          <CheckMenu name="app" label="Application" chosen={query.app} options={known} />
        )}
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
        {sessionEntries(query)
          .filter(([name]) => !controls.has(name))
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <Button type="submit">Show</Button>
        {isFiltered(query) && (
          <Link href="/sessions" prefetch={false} className={buttonClass({ variant: "ghost" })}>
            Clear filters
          </Link>
        )}
      </form>
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
