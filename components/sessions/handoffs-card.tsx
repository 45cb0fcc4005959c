import { Card } from "@/components/ui/card";
import type { Session } from "@/lib/data/session";
import { HandoffItem } from "./handoff-item";

export function HandoffsCard({ session: { handoffs } }: { session: Session }) {
  return (
    <Card title="Hand-off">
      {handoffs.length === 0 ? (
        <p className="text-muted">No hand-off has been prepared.</p>
      ) : (
        <ul className="divide-y divide-line">
          {handoffs.map((handoff) => (
            <HandoffItem key={handoff.id} handoff={handoff} />
          ))}
        </ul>
      )}
    </Card>
  );
}
