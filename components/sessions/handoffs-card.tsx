import { Card } from "@/components/ui/card";
import type { Session } from "@/lib/data/session";
import { HandoffItem } from "./handoff-item";
import { HandoffSteps } from "./handoff-steps";
import { RecordHandoff } from "./record-handoff";

type Props = { session: Session; memberId: string };

export function HandoffsCard({ session: { id, handoffs, gates }, memberId }: Props) {
  return (
    <Card title="Hand-off">
      {handoffs.length === 0 ? (
        <p className="text-muted">No hand-off has been prepared.</p>
      ) : (
        <ul className="divide-y divide-line">
          {handoffs.map((handoff) => (
            <HandoffItem key={handoff.id} handoff={handoff}>
              <HandoffSteps handoff={handoff} gates={gates} />
            </HandoffItem>
          ))}
        </ul>
      )}
      <RecordHandoff session={id} draft={`${memberId}:handoff:${id}`} />
    </Card>
  );
}
