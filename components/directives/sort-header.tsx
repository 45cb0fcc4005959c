import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import {
  type DirectiveQuery,
  directivesHref,
  type SortSlug,
  sorts,
} from "@/lib/domain/directive-query";

type Props = {
  query: DirectiveQuery;
  /** What one gets by the first click, and by the next, where there is another. */
  sorts: [SortSlug, SortSlug?];
  className?: string;
  title?: string;
  children: ReactNode;
};

export function SortHeader({ query, sorts: slugs, className, title, children }: Props) {
  const [first, second = first] = slugs;
  const current = slugs.includes(query.sort) ? sorts[query.sort] : null;
  const target = query.sort === first ? second : first;
  const Arrow = current?.ascending ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={current ? (current.ascending ? "ascending" : "descending") : undefined}
      className={className}
      title={title}
    >
      <Link
        href={directivesHref({ ...query, sort: target, after: undefined })}
        prefetch={false}
        title={`Sort by ${sorts[target].words}`}
        className={`inline-flex items-center gap-0.5 rounded hover:text-ink hover:underline ${current ? "font-semibold text-ink" : ""}`}
      >
        {children}
        {current && <Arrow aria-hidden className="size-3.5" />}
      </Link>
    </th>
  );
}
