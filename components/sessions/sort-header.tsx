import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { type SessionQuery, type SortSlug, sessionsHref, sorts } from "@/lib/search-params";

type Props = {
  query: SessionQuery;
  /** What one gets by the first click, and by the next. */
  first: SortSlug;
  second: SortSlug;
  align?: "left" | "right";
  children: ReactNode;
};

export function SortHeader({ query, first, second, align = "right", children }: Props) {
  const current = query.sort === first || query.sort === second ? sorts[query.sort] : null;
  const target = query.sort === first ? second : first;
  const Arrow = current?.ascending ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={current ? (current.ascending ? "ascending" : "descending") : undefined}
      className={`hidden px-2 py-2 font-medium xl:table-cell ${align === "left" ? "text-left" : "text-right"}`}
    >
      <Link
        href={sessionsHref({ ...query, sort: target, after: undefined })}
        prefetch={false}
        title={`Sort ${sorts[target].words}`}
        className={`inline-flex items-center gap-0.5 rounded hover:text-ink hover:underline ${current ? "font-semibold text-ink" : ""}`}
      >
        {children}
        {current && <Arrow aria-hidden className="size-3.5" />}
      </Link>
    </th>
  );
}
