import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Sort } from "@/lib/keyset";

type Props<S extends string> = {
  /** The orders of the list, which of them it is in, and where each leads. */
  sorts: Record<S, Sort>;
  current: S;
  href: (sort: S) => string;
  /** What one gets by the first click, and by the next where there is another. */
  slugs: readonly [S, S?];
  className?: string;
  title?: string;
  children: ReactNode;
};

export function SortHeader<S extends string>(props: Props<S>) {
  const { sorts, current, href, slugs, className, title, children } = props;
  const [first, second = first] = slugs;
  const target = current === first ? second : first;
  const shown = slugs.includes(current) ? sorts[current] : null;
  const Arrow = shown?.ascending ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={shown ? (shown.ascending ? "ascending" : "descending") : undefined}
      className={className}
      title={title}
    >
      <Link
        href={href(target)}
        prefetch={false}
        title={`Sort ${sorts[target].words}`}
        className={`inline-flex items-center gap-0.5 rounded hover:text-ink hover:underline ${shown ? "font-semibold text-ink" : ""}`}
      >
        {children}
        {shown && <Arrow aria-hidden className="size-3.5" />}
      </Link>
    </th>
  );
}
