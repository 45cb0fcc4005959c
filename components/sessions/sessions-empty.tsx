import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { isFiltered, type SessionQuery, sessionsHref } from "@/lib/search-params";

const example = `const { data, error } = await supabase
  .from("exec_implementation_sessions")
  .insert({ sd_id: "SD-UI-014", implementation_type: "UI_COMPONENT" })
  .select()
  .single();`;

export function SessionsEmpty({ query }: { query: SessionQuery }) {
  if (isFiltered(query)) {
    return (
      <EmptyState
        title="No session matches these filters"
        action={
          <Link
            href={sessionsHref({ sort: query.sort })}
            prefetch={false}
            className={buttonClass({ variant: "primary" })}
          >
            Clear filters
          </Link>
        }
      >
        <p>Take one away, or look at all sessions.</p>
      </EmptyState>
    );
  }
  if (query.after) return <EmptyState title="There are no more sessions" />;
  return (
    <EmptyState title="No agent has written a session yet">
      <p>
        Sessions appear here as soon as a coding agent inserts one, with the project’s URL and its
        secret key:
      </p>
      <pre className="mt-4 overflow-x-auto rounded-md bg-sunken p-3 text-left font-mono text-ink text-xs">
        {example}
      </pre>
    </EmptyState>
  );
}
