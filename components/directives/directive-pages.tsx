import { ArrowRight, ChevronsLeft } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { type DirectiveQuery, directivesHref } from "@/lib/domain/directive-query";

/** On and back to the start; one page back is what the browser's Back is for. */
export function DirectivePages({ query, next }: { query: DirectiveQuery; next: string | null }) {
  if (!query.after && !next) return null;
  return (
    <nav aria-label="Pages" className="mt-3 flex flex-wrap justify-between gap-2">
      {query.after ? (
        <Link
          href={directivesHref({ ...query, after: undefined })}
          prefetch={false}
          className={buttonClass({ variant: "ghost" })}
        >
          <ChevronsLeft aria-hidden className="size-4" />
          Back to first page
        </Link>
      ) : (
        <span />
      )}
      {next && (
        <Link
          href={directivesHref({ ...query, after: next })}
          rel="next"
          prefetch={false}
          className={buttonClass()}
        >
          Next
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      )}
    </nav>
  );
}
