import { Quality } from "@/components/sessions/quality";
import { StatusBadge } from "@/components/sessions/status";
import { gateStates } from "@/components/ui/gate-state";
import { Icon } from "@/components/ui/icon";
import { None } from "@/components/ui/none";
import { Time } from "@/components/ui/time";
import type { Value } from "@/lib/domain/comparison";

export function CompareValue({ value }: { value: Value }) {
  switch (value.kind) {
    case "score":
      return <Quality score={value.score} column={false} />;
    case "status":
      return <StatusBadge status={value.status} stale={value.stale} />;
    case "gate":
      return <GateState {...value} />;
    case "time":
      return value.at ? <Time at={value.at} exact /> : <None words="not recorded" />;
    case "list":
      return value.items.length === 0 ? (
        "nothing"
      ) : (
        <ul className="list-disc pl-4">
          {value.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    default:
      return <bdi>{value.words}</bdi>;
  }
}

function GateState({ state, score }: Extract<Value, { kind: "gate" }>) {
  if (state === "none") return <span className="text-muted">not asked for</span>;
  const { icon, word, look } = gateStates[state];
  return (
    <span className={`inline-flex items-start gap-1 ${look}`}>
      <Icon name={icon} className="mt-0.5 size-3.5 shrink-0" />
      {score === null ? word : `${word}, score ${score}`}
    </span>
  );
}
