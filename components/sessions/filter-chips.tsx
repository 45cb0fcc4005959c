import { X } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { type SessionQuery, sessionsHref } from "@/lib/search-params";
import { chipsOf } from "@/lib/session-chips";

/** What the list is narrowed to; each takes itself away. */
export function FilterChips({ query }: { query: SessionQuery }) {
  const chips = chipsOf(query);
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters" className="flex flex-wrap gap-2">
      {chips.map(({ words, without }) => (
        <li key={words}>
          <Link
            href={sessionsHref({ ...query, ...without, after: undefined })}
            prefetch={false}
            className={`${buttonClass({ size: "small" })} max-w-full whitespace-normal!`}
          >
            <span className="sr-only">Remove the filter: </span>
            <bdi>{words}</bdi>
            <X aria-hidden className="size-3.5 shrink-0 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
