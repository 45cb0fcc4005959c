import Link from "next/link";
import { Allowed } from "@/components/ui/allowed";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type DirectiveQuery, directivesHref, isFiltered } from "@/lib/domain/directive-query";

export function DirectivesEmpty({ query }: { query: DirectiveQuery }) {
  if (isFiltered(query)) {
    return (
      <EmptyState
        title="No directive matches these filters"
        action={
          <Link
            href={directivesHref({ sort: query.sort })}
            prefetch={false}
            className={buttonClass({ variant: "primary" })}
          >
            Clear filters
          </Link>
        }
      >
        <p>Take one away, or look at all directives.</p>
      </EmptyState>
    );
  }
  if (query.after) return <EmptyState title="There are no more directives" />;
  return (
    <EmptyState
      title="There is no directive yet"
      action={
        <Allowed least="reviewer">
          <Link
            href="/directives/new"
            prefetch={false}
            className={buttonClass({ variant: "primary" })}
          >
            New directive
          </Link>
        </Allowed>
      }
    >
      <p>
        Directives appear here as soon as a reviewer creates one, or somebody writes one to{" "}
        <code>strategic_directives_v2</code>.
      </p>
    </EmptyState>
  );
}
