import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { gateStates } from "@/components/ui/gate-state";
import { Icon } from "@/components/ui/icon";
import type { Attempt } from "@/lib/domain/attempts";
import type { Gate } from "@/lib/domain/gates";
import { humanize } from "@/lib/format";

/** The newest session's, by type. */
export function CheckpointsCard({ newest: { id, gates } }: { newest: Attempt }) {
  const met = gates.filter(({ state }) => state === "met").length;
  const groups = Map.groupBy(gates, ({ checkpoint }) =>
    checkpoint ? humanize(checkpoint.type) : "Named as gates only",
  );
  return (
    <Card
      title="Checkpoints of the newest session"
      aside={gates.length > 0 && `${met} of ${gates.length} met`}
    >
      {gates.length === 0 && (
        <p className="text-muted">The newest session names no gates and has no checkpoints.</p>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        {[...groups].map(([type, group]) => (
          <section key={type}>
            <h3 className="font-medium text-xs">
              <bdi>{type}</bdi>{" "}
              <span className="font-normal text-muted">
                {group.filter(({ state }) => state === "met").length} of {group.length} met
              </span>
            </h3>
            <ul className="mt-1 grid gap-1">
              {group.map((gate) => (
                <GateLine key={gate.name} gate={gate} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="mt-2 text-xs">
        <Link
          href={`/sessions/${id}`}
          prefetch={false}
          className="text-accent underline underline-offset-2"
        >
          Their evidence and notes are on the session’s page
        </Link>
      </p>
    </Card>
  );
}

function GateLine({ gate: { name, state, checkpoint } }: { gate: Gate }) {
  const { icon, word, look } = gateStates[state];
  return (
    <li className="flex gap-2 text-xs">
      <Icon name={icon} className={`mt-0.5 size-3.5 shrink-0 ${look}`} />
      <span className="min-w-0">
        <bdi className="line-clamp-2" title={name}>
          {name || "(no name)"}
        </bdi>{" "}
        <span className={look}>{word}</span>{" "}
        {checkpoint && <Badge>{checkpoint.required ? "required" : "optional"}</Badge>}
      </span>
    </li>
  );
}
