import type { ReactNode } from "react";
import { SortHeader } from "@/components/ui/sort-header";
import type { Column } from "@/lib/domain/columns";
import { domains } from "@/lib/domain/scores";
import { type SessionQuery, type SortSlug, sessionsHref, sorts } from "@/lib/search-params";

type Head = {
  words: ReactNode;
  /** What sorts by it, by the first click and by the next. */
  slugs?: readonly [SortSlug, SortSlug];
  isNumber?: boolean;
  title?: string;
};

const short = (word: string, title: string): Head => ({
  title,
  words: (
    <>
      <span aria-hidden>{word}</span>
      <span className="sr-only">{title}</span>
    </>
  ),
});

/** Of the scores there are four. */
const heads: Record<Column, Head[]> = {
  status: [{ words: "Status" }],
  type: [{ words: "Type" }],
  quality: [{ words: "Quality", slugs: ["quality-high", "quality-low"] }],
  scores: domains.map((domain) => short(domain.short, domain.label)),
  progress: [{ words: "Progress", slugs: ["progress-high", "progress-low"], isNumber: true }],
  coverage: [{ ...short("Cov.", "Test coverage"), isNumber: true }],
  gates: [{ words: "Gates", isNumber: true }],
  evidence: [{ words: "Evidence" }],
  verdict: [{ words: "Verdict" }],
  started: [{ words: "Started", slugs: ["newest", "oldest"], isNumber: true }],
  took: [{ words: "Took", isNumber: true }],
  prd: [{ words: "PRD" }],
  orchestrator: [{ words: "Orchestrator" }],
};

type Props = { columns: readonly Column[]; query: SessionQuery };

/** The heads of the columns that are shown, where there is room for a table. */
export function SessionHeads({ columns, query }: Props) {
  const href = (sort: SortSlug) => sessionsHref({ ...query, sort, after: undefined });
  return columns
    .flatMap((column) => heads[column].map((head, index) => ({ ...head, key: column + index })))
    .map(({ key, words, slugs, isNumber, title }) => {
      const className = isNumber ? "text-right" : undefined;
      return slugs ? (
        <SortHeader key={key} {...{ sorts, href, slugs, className }} current={query.sort}>
          {words}
        </SortHeader>
      ) : (
        <th key={key} scope="col" className={className} title={title}>
          {words}
        </th>
      );
    });
}
