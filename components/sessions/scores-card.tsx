import { Card } from "@/components/ui/card";
import type { Session } from "@/lib/data/session";
import { domains } from "@/lib/domain/scores";
import { EditScores } from "./edit-scores";
import { Quality } from "./quality";

/** The numbers, which are there before any chart is. */
export function ScoresCard({ session }: { session: Session }) {
  return (
    <Card title="Domain scores">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
        {domains.map(({ key, label }) => (
          <div key={key}>
            <dt className="text-muted text-xs">{label}</dt>
            <dd>
              <Quality score={session.domains[key]} />
            </dd>
          </div>
        ))}
      </dl>
      <EditScores session={session} />
    </Card>
  );
}
