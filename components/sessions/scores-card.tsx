import { Card } from "@/components/ui/card";
import type { Session } from "@/lib/data/session";
import { domains } from "@/lib/domain/scores";
import { Quality } from "./quality";
import { ScoreBar } from "./score-bar";

export function ScoresCard({ session }: { session: Session }) {
  return (
    <Card title="Domain scores">
      <dl className="grid gap-2.5">
        {domains.map(({ key, label }) => (
          <div
            key={key}
            className="grid grid-cols-[1fr_auto] items-center gap-x-3 sm:grid-cols-[9rem_1fr_11rem]"
          >
            <dt>{label}</dt>
            <dd className="col-span-2 row-start-2 sm:col-span-1 sm:row-start-auto">
              <ScoreBar score={session.domains[key]} className="h-2!" />
            </dd>
            <dd className="text-right sm:text-left">
              <Quality score={session.domains[key]} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
