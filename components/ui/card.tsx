import type { ReactNode } from "react";

type Props = {
  title: string;
  /** One short fact beside the title, e.g. "6 of 7". */
  aside?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A titled section. Its heading is the second level: the page's name is the first. */
export function Card({ title, aside, id, className = "", children }: Props) {
  const heading = `${id ?? title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-title`;
  return (
    <section
      id={id}
      aria-labelledby={heading}
      className={`min-w-0 rounded-lg border border-line bg-surface ${className}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 border-line border-b px-4 py-2.5">
        <h2 id={heading} className="font-semibold">
          {title}
        </h2>
        {aside && <div className="text-muted text-xs">{aside}</div>}
      </div>
      <div className="px-4 py-3">{children}</div>
    </section>
  );
}
