import { Search } from "lucide-react";
import Link from "next/link";
import { CheckMenu } from "@/components/sessions/check-menu";
import { Button, buttonClass } from "@/components/ui/button";
import { FilterForm } from "@/components/ui/filter-form";
import { inputClass } from "@/components/ui/input";
import { directiveStatuses, priorities, statusWords } from "@/lib/domain/directive";
import {
  type DirectiveQuery,
  directivesHref,
  isFiltered,
  type SortSlug,
  sessionStates,
  sorts,
} from "@/lib/domain/directive-query";
import { implementationTypes, typeWord } from "@/lib/domain/session";

type Props = { query: DirectiveQuery; applications: string[] };

/** A plain form: it works without a script, and the address holds all of it. */
export function DirectiveFilters({ query, applications }: Props) {
  return (
    <FilterForm action="/directives" className="relative mb-3 flex flex-wrap items-center gap-2">
      <label className="relative min-w-0 max-w-80 flex-[1_1_12rem]">
        <span className="sr-only">Directive, by id or title</span>
        <Search aria-hidden className="absolute top-2.5 left-2.5 size-4 text-muted" />
        <input
          type="search"
          aria-keyshortcuts="/"
          name="directive"
          defaultValue={query.directive}
          maxLength={100}
          placeholder="Directive, by id or title"
          className={`h-9 pl-8 ${inputClass}`}
        />
      </label>
      <CheckMenu
        name="status"
        label="Status"
        chosen={query.status}
        options={directiveStatuses}
        word={statusWords}
      />
      <CheckMenu name="priority" label="Priority" chosen={query.priority} options={priorities} />
      <CheckMenu
        name="app"
        label="Application"
        chosen={query.app}
        // One that the address names and the database does not can be taken away, too.
        options={[...new Set([...applications, ...query.app])]}
      />
      <CheckMenu
        name="session"
        label="Newest session"
        chosen={query.session}
        options={sessionStates}
        word={(state) => (state === "none" ? "no session" : state)}
      />
      <CheckMenu
        name="type"
        label="Type"
        chosen={query.type}
        options={implementationTypes}
        word={typeWord}
      />
      <label>
        <span className="sr-only">Order</span>
        <select name="sort" defaultValue={query.sort} className={`h-9 w-auto! pr-1 ${inputClass}`}>
          {(Object.keys(sorts) as SortSlug[]).map((slug) => (
            <option key={slug} value={slug}>
              {sortWord(slug)}
            </option>
          ))}
        </select>
      </label>
      {query.view && <input type="hidden" name="view" value={query.view} />}
      <Button type="submit">Show</Button>
      {isFiltered(query) && (
        <Link
          href={directivesHref({ sort: query.sort })}
          prefetch={false}
          className={buttonClass({ variant: "ghost" })}
        >
          Clear filters
        </Link>
      )}
    </FilterForm>
  );
}

function sortWord(slug: SortSlug): string {
  const { words } = sorts[slug];
  return words.charAt(0).toUpperCase() + words.slice(1);
}
