import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import type { Standing } from "@/lib/data/directives";
import { firstStep } from "@/lib/domain/directive";

type Props = { status: string; standing: Standing };

/** What its newest session says comes next, or why there is none. */
export function NextStep({ status, standing }: Props) {
  if (!standing) {
    return (
      <div className="mb-4">
        <EmptyState title="No agent has begun this directive yet">
          <p>{firstStep(status)}.</p>
        </EmptyState>
      </div>
    );
  }
  const { id, next, trend } = standing;
  return (
    <p className="mb-4 flex flex-wrap gap-x-4 gap-y-1">
      <span>
        <span className="text-muted">Next action: </span>
        <Link
          href={`/sessions/${id}`}
          prefetch={false}
          className="font-medium underline underline-offset-2"
          title="The newest session"
        >
          {next}
        </Link>
      </span>
      {trend && (
        <span>
          <span className="text-muted">Quality: </span>
          {trend.scores}, {trend.direction}
        </span>
      )}
    </p>
  );
}
