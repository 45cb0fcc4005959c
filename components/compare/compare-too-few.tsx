import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Attempt } from "@/lib/domain/attempts";
import { sessionsHref } from "@/lib/search-params";

/** There is nothing to compare one with, or nothing at all: where to choose. */
export function CompareTooFew({ only }: { only?: Attempt }) {
  return (
    <EmptyState
      title="Choose two to four sessions to compare"
      action={
        <span className="flex flex-wrap justify-center gap-2">
          {only && (
            <Link
              href={sessionsHref({ sd: only.directive.id })}
              prefetch={false}
              className={buttonClass({ variant: "primary" })}
            >
              Sessions of <bdi>{only.directive.id}</bdi>
            </Link>
          )}
          <Link
            href="/sessions"
            prefetch={false}
            className={buttonClass({ variant: only ? "secondary" : "primary" })}
          >
            Go to the sessions
          </Link>
        </span>
      }
    >
      <p>
        {only ? (
          <>
            Only{" "}
            <Link
              href={`/sessions/${only.id}`}
              prefetch={false}
              className="text-accent underline underline-offset-2"
            >
              the {only.status} session of <bdi>{only.directive.id}</bdi>
            </Link>{" "}
            is left here.{" "}
          </>
        ) : (
          "None was chosen. "
        )}
        In the list, tick the boxes at the beginning of the rows, then press Compare.
      </p>
    </EmptyState>
  );
}
