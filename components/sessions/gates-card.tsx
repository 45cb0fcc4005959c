import { Allowed } from "@/components/ui/allowed";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { gateStates } from "@/components/ui/gate-state";
import { Icon } from "@/components/ui/icon";
import { Prose } from "@/components/ui/prose";
import { SafeLink } from "@/components/ui/safe-link";
import { Time } from "@/components/ui/time";
import { toggleCheckpoint } from "@/lib/actions/checkpoints";
import type { Session } from "@/lib/data/session";
import type { Gate, Waiver } from "@/lib/domain/gates";
import { humanize } from "@/lib/format";
import { CheckpointActions } from "./checkpoint-actions";
import { CheckpointToggle } from "./checkpoint-toggle";
import { EditGates } from "./edit-gates";

export function GatesCard({ session }: { session: Session }) {
  const { id, seen, gates } = session;
  const met = gates.filter(({ state }) => state === "met").length;
  return (
    <Card title="Gates and checkpoints" aside={gates.length > 0 && `${met} of ${gates.length} met`}>
      {gates.length === 0 ? (
        <p className="text-muted">This session names no gates and has no checkpoints.</p>
      ) : (
        <ul className="divide-y divide-line">
          {gates.map((gate) => (
            <GateItem key={gate.name} gate={gate} session={id} seen={seen} />
          ))}
        </ul>
      )}
      <EditGates session={session} />
    </Card>
  );
}

type ItemProps = { gate: Gate; session: string; seen: number };

function GateItem({ gate, session, seen }: ItemProps) {
  const { name, state, checkpoint } = gate;
  const { icon, word, look } = gateStates[state];
  return (
    <li className="flex gap-2 py-2 first:pt-0 last:pb-0">
      <Icon name={icon} className={`mt-0.5 size-4 shrink-0 ${look}`} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <bdi className="line-clamp-3 font-medium" title={name}>
            {name || "(no name)"}
          </bdi>
          <span className={`text-xs ${look}`}>{word}</span>
          {checkpoint && <Badge>{checkpoint.required ? "required" : "optional"}</Badge>}
        </p>
        {checkpoint && (
          <p className="flex flex-wrap gap-x-3 text-muted text-xs">
            <span>{humanize(checkpoint.type)}</span>
            <span>{checkpoint.score === null ? "not scored" : `score ${checkpoint.score}`}</span>
            {checkpoint.evidenceUrl ? (
              <SafeLink url={checkpoint.evidenceUrl}>evidence</SafeLink>
            ) : (
              checkpoint.complete && <span>no evidence linked</span>
            )}
            {(checkpoint.completedBy || checkpoint.completedAt) && (
              <span>
                {checkpoint.completedBy && <bdi>{checkpoint.completedBy}</bdi>}{" "}
                {checkpoint.completedAt && <Time at={checkpoint.completedAt} />}
              </span>
            )}
          </p>
        )}
        {checkpoint?.notes && <Prose text={checkpoint.notes} className="text-xs" />}
        {checkpoint?.waiver && state !== "met" && (
          <WaiverLine {...checkpoint.waiver} state={state} />
        )}
        <CheckpointActions gate={gate} session={session} seen={seen} />
      </div>
      {checkpoint && (
        <Allowed least="reviewer">
          <CheckpointToggle
            action={toggleCheckpoint}
            name={name}
            complete={checkpoint.complete}
            hidden={{ id: checkpoint.id, session, seen }}
          />
        </Allowed>
      )}
    </li>
  );
}

function WaiverLine({ reason, endsAt, state }: Waiver & { state: Gate["state"] }) {
  return (
    <p className="text-xs">
      <span className="text-muted">
        {state === "waived" ? "Waived until" : "Its waiver ended on"} <Time at={endsAt} />:
      </span>{" "}
      <bdi>{reason}</bdi>
    </p>
  );
}
