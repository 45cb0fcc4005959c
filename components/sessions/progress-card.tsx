import { Card } from "@/components/ui/card";
import type { Session } from "@/lib/data/session";
import { EditProgress } from "./edit-scores";

export function ProgressCard({ session }: { session: Session }) {
  const { progress, coverage } = session;
  return (
    <Card title="Progress and coverage">
      <dl className="grid gap-2.5">
        <Share name="Progress" value={progress} absent="unknown" />
        <Share name="Test coverage" value={coverage} absent="not measured" />
      </dl>
      <EditProgress session={session} />
    </Card>
  );
}

function Share(props: { name: string; value: number | null; absent: string }) {
  const { name, value, absent } = props;
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-x-3 sm:grid-cols-[9rem_1fr_11rem]">
      <dt>{name}</dt>
      <dd className="col-span-2 row-start-2 sm:col-span-1 sm:row-start-auto">
        <span
          aria-hidden
          className={`block h-2 overflow-hidden rounded-full bg-sunken ${value === null ? "hatch" : ""}`}
        >
          <span
            className="block h-full rounded-full bg-accent"
            style={{ width: `${value ?? 0}%` }}
          />
        </span>
      </dd>
      <dd className={value === null ? "text-muted" : "font-semibold"}>
        {value === null ? absent : `${value} %`}
      </dd>
    </div>
  );
}
