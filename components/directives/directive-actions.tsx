import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import type { Directive } from "@/lib/data/directive";
import { directiveHref } from "@/lib/domain/directive-query";
import type { Sibling } from "@/lib/domain/lifecycle";
import { StartSession } from "./start-session";

type Props = { directive: Directive; sessions: readonly Sibling[]; memberId: string };

/** What a reviewer can do with it. */
export function DirectiveActions({ directive, sessions, memberId }: Props) {
  const href = directiveHref(directive.id);
  const look = buttonClass({ size: "small" });
  return (
    <div className="mb-4 flex flex-wrap items-start gap-2">
      <Link href={`${href}/edit`} prefetch={false} className={look}>
        Edit the directive
      </Link>
      {directive.prds.length === 0 && (
        <Link href={`${href}/prd`} prefetch={false} className={look}>
          Write the PRD
        </Link>
      )}
      <StartSession directive={directive} sessions={sessions} memberId={memberId} />
    </div>
  );
}
