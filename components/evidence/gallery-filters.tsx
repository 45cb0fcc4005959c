import Link from "next/link";
import type { ReactNode } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { inputClass } from "@/components/ui/input";
import {
  type GalleryQuery,
  galleryHref,
  isFiltered,
  type Period,
  periods,
  pictureStates,
} from "@/lib/domain/gallery-query";
import { implementationTypes, statuses, typeWord } from "@/lib/domain/session";

/** A plain form: it works without a script, and the address holds all of it. */
export function GalleryFilters({ query }: { query: GalleryQuery }) {
  return (
    <div className="mb-3 grid gap-2">
      <form action="/gallery" className="flex flex-wrap items-center gap-2">
        <label className="min-w-0 max-w-60 flex-[1_1_10rem]">
          <span className="sr-only">Directive, by its whole id</span>
          <input
            type="search"
            aria-keyshortcuts="/"
            name="sd"
            defaultValue={query.sd}
            maxLength={100}
            placeholder="Directive, by its whole id"
            className={`h-9 ${inputClass}`}
          />
        </label>
        <Choice name="type" label="Type" any="Every type" chosen={query.type}>
          {implementationTypes.map((type) => (
            <option key={type} value={type}>
              {typeWord(type)}
            </option>
          ))}
        </Choice>
        <Choice name="status" label="Status" any="Every status" chosen={query.status}>
          {statuses.map((status) => (
            <option key={status}>{status}</option>
          ))}
        </Choice>
        <Choice name="period" label="Period" any="Any time" chosen={query.period}>
          {(Object.keys(periods) as Period[]).map((period) => (
            <option key={period} value={period}>
              {periods[period]}
            </option>
          ))}
        </Choice>
        <Choice
          name="pictures"
          label="Changed or unchanged"
          any="Changed or not"
          chosen={query.pictures}
        >
          {pictureStates.map((state) => (
            <option key={state}>{state}</option>
          ))}
        </Choice>
        <label className="flex min-h-9 items-center gap-1.5">
          <input
            type="checkbox"
            name="demo"
            value="1"
            defaultChecked={query.demo}
            className="size-4 accent-accent"
          />
          With a demo
        </label>
        {query.byDirective && <input type="hidden" name="by" value="directive" />}
        <Button type="submit">Show</Button>
        {isFiltered(query) && (
          <Link
            href={galleryHref({ byDirective: query.byDirective })}
            prefetch={false}
            className={buttonClass({ variant: "ghost" })}
          >
            Clear filters
          </Link>
        )}
      </form>
      <Grouping query={query} />
    </div>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  any: string;
  chosen: string;
  children: ReactNode;
};

function Choice({ name, label, any, chosen, children }: ChoiceProps) {
  return (
    <label>
      <span className="sr-only">{label}</span>
      <select name={name} defaultValue={chosen} className={`h-9 w-auto! pr-1 ${inputClass}`}>
        <option value="">{any}</option>
        {children}
      </select>
    </label>
  );
}

function Grouping({ query }: { query: GalleryQuery }) {
  const ways = [
    { byDirective: false, words: "By session" },
    { byDirective: true, words: "By directive, its newest session" },
  ];
  return (
    <nav aria-label="Grouping" className="flex flex-wrap gap-2">
      {ways.map(({ byDirective, words }) => (
        <Link
          key={words}
          href={galleryHref({ ...query, byDirective, after: undefined })}
          prefetch={false}
          aria-current={byDirective === query.byDirective ? "true" : undefined}
          className={`${buttonClass({ size: "small", variant: "ghost" })} aria-[current]:bg-accent-soft aria-[current]:text-accent-strong`}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
