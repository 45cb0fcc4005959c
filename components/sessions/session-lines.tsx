import { Time } from "@/components/ui/time";
import type { SessionRow } from "@/lib/data/sessions";
import { typeWord } from "@/lib/domain/session";
import { count, formatDuration } from "@/lib/format";
import { StatusBadge } from "./status";

/** A row's second line, where the window is too narrow for the table's columns. */
export function SessionLines({ row }: { row: SessionRow }) {
  const { gates, screenshots, demos, domains } = row;
  const pictures = Math.max(screenshots.before, screenshots.after);
  const score = (value: number | null) => value ?? "–";
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-muted xl:hidden">
      <StatusBadge status={row.status} stale={row.stale} />
      {row.progress !== null && <span>{row.progress} % done</span>}
      {row.startedAt && (
        <span>
          <Time at={row.startedAt} />
          {row.took !== null && `, ${formatDuration(row.took)}`}
        </span>
      )}
      <span className="hidden md:inline">{typeWord(row.type)}</span>
      <span className="hidden md:inline">
        code {score(domains.codeQuality)} · performance {score(domains.performance)} · security{" "}
        {score(domains.security)} · UX {score(domains.uxAccessibility)}
      </span>
      {row.coverage !== null && <span className="hidden md:inline">coverage {row.coverage} %</span>}
      {gates.all > 0 && (
        <span className="hidden sm:inline">
          {gates.met} of {count(gates.all, "gate")}
        </span>
      )}
      {pictures > 0 && <span className="hidden sm:inline">{count(pictures, "screenshot")}</span>}
      {demos > 0 && <span className="hidden sm:inline">{count(demos, "demo")}</span>}
    </div>
  );
}
