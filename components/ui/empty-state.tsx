import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; action?: ReactNode };

/** One sentence why there is nothing, and what to do next. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="rounded-lg border border-line-strong border-dashed px-4 py-10 text-center">
      <p className="font-medium text-base">{title}</p>
      {children && <div className="mx-auto mt-1 max-w-xl text-muted">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
