import Link from "next/link";
import type { CSSProperties } from "react";
import { Quality } from "@/components/sessions/quality";
import { StatusBadge } from "@/components/sessions/status";
import { Card } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import { tookWords } from "@/lib/domain/attempts";
import { statusColors } from "@/lib/domain/chart-colors";
import { type AttemptAxis, attemptAxis, type Bar } from "@/lib/domain/directive-axis";
import type { Life } from "@/lib/domain/directive-progress";
import { goesOn, type Status, typeWord } from "@/lib/domain/session";

type Props = { lives: Life[]; now: number };

/** All attempts on one time axis. The words above each bar say the same. */
export function AttemptsCard({ lives, now }: Props) {
  const axis = attemptAxis(
    lives.map(({ attempt }) => attempt),
    lives.map(({ steps }) => steps.map(({ at }) => at)),
    now,
  );
  return (
    <Card title="Attempts" aside={lives.map(({ attempt }) => attempt.status).join(" → ")}>
      <ol className="grid gap-3">
        {lives.map((life, index) => (
          <AttemptItem key={life.attempt.id} life={life} bar={axis.bars[index] ?? null} />
        ))}
      </ol>
      {axis.marks.length > 0 && <Axis marks={axis.marks} />}
      <p className="mt-3 text-muted text-xs">
        A directive has at most one session in each status; a second failed one is refused until the
        first is reopened or deleted.
      </p>
    </Card>
  );
}

function AttemptItem({ life: { attempt, number }, bar }: { life: Life; bar: Bar | null }) {
  const { id, status, stale, type, quality, startedAt, endedAt } = attempt;
  return (
    <li>
      <p className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
        <Link
          href={`/sessions/${id}`}
          prefetch={false}
          className="font-medium text-accent text-sm underline underline-offset-2"
        >
          Attempt {number}
        </Link>
        <StatusBadge status={status} stale={stale} />
        <Quality score={quality} column={false} />
        <span>{typeWord(type)}</span>
        <span>
          {startedAt ? <Time at={startedAt} /> : "start not recorded"} –{" "}
          {goesOn(status) ? "now" : endedAt ? <Time at={endedAt} /> : "end not recorded"}
        </span>
        {attempt.took !== null && <span>{tookWords(attempt)}</span>}
      </p>
      {bar ? <BarTrack bar={bar} status={status} /> : <div className="hatch h-5 rounded" />}
      {(bar?.note || !bar) && (
        <p className="mt-0.5 text-muted text-xs">
          {bar?.note ?? "Without a start it has no place on the axis."}
        </p>
      )}
    </li>
  );
}

/** Drawn for the eye alone, in percent of the axis. */
function BarTrack({ bar, status }: { bar: Bar; status: string }) {
  const color = statusColors[status as Status] ?? "var(--unscored)";
  return (
    <div aria-hidden className="relative h-5 overflow-hidden rounded bg-sunken">
      <span
        className="absolute inset-y-0 min-w-1.5 rounded-sm opacity-60"
        style={{ ...from(bar.left), width: `${bar.width}%`, background: color }}
      />
      {bar.ticks.map((tick) => (
        <span key={tick} className="absolute inset-y-1 w-px bg-ink" style={from(tick)} />
      ))}
    </div>
  );
}

/** What lies at the very end stays within the track. */
const from = (percent: number): CSSProperties => ({ left: `min(${percent}%, 100% - 6px)` });

function Axis({ marks }: { marks: AttemptAxis["marks"] }) {
  return (
    <div aria-hidden className="relative mt-1 h-5 overflow-hidden text-2xs text-muted">
      {marks.map(({ label, left }, index) => (
        <span
          key={left}
          className={`absolute top-0 border-line-strong border-l pl-1 leading-4 ${index % 3 === 0 ? "" : "max-sm:hidden"}`}
          style={{ left: `${left}%` }}
        >
          {label}
        </span>
      ))}
    </div>
  );
}
