import type { ReactNode } from "react";

/** The page's name. In the dashboard it shares its line with the person's menu. */
export function PageHeader({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <header className="relative flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <h1 className="min-w-0 font-semibold text-lg">{title}</h1>
      {children}
    </header>
  );
}
