import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type GalleryQuery, galleryHref, isFiltered } from "@/lib/domain/gallery-query";

export function GalleryEmpty({ query }: { query: GalleryQuery }) {
  if (query.after) return <EmptyState title="There are no more screenshots or demos" />;
  if (!isFiltered(query)) {
    return (
      <EmptyState
        title="No session shows a screenshot or a demo yet"
        action={
          <Link href="/sessions" prefetch={false} className={buttonClass({ variant: "primary" })}>
            Go to the sessions
          </Link>
        }
      >
        <p>
          They appear here as soon as an agent names some, or a reviewer adds them to a session.
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No screenshots or demos match these filters"
      action={
        <Link
          href={galleryHref({ byDirective: query.byDirective })}
          prefetch={false}
          className={buttonClass({ variant: "primary" })}
        >
          Clear filters
        </Link>
      }
    >
      <p>
        {query.sd
          ? "A directive is named by its whole id here, as SD-UI-014; take that or another filter away."
          : "Take one away, or look at all of them."}
      </p>
    </EmptyState>
  );
}
