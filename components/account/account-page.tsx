import type { ReactNode } from "react";

/** The frame of the pages outside the dashboard: one narrow column, one purpose, one wide button. */
export function AccountPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center gap-5 px-4 py-10 [&_form_button]:w-full">
      <div>
        <p className="font-semibold text-accent">Exhibit</p>
        <h1 className="mt-1 font-semibold text-2xl tracking-tight">{title}</h1>
      </div>
      {children}
    </main>
  );
}
