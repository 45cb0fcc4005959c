import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";

const looks = {
  active: { icon: "dot", tone: "accent" },
  paused: { icon: "pause", tone: "neutral" },
  completed: { icon: "check", tone: "excellent" },
  failed: { icon: "cross", tone: "needs" },
  cancelled: { icon: "ban", tone: "unscored" },
} as const;

export function StatusBadge({ status, stale = false }: { status: string; stale?: boolean }) {
  const { icon, tone } = looks[status as keyof typeof looks] ?? looks.paused;
  return (
    <span className="status">
      <Badge tone={tone}>
        <Icon name={icon} />
        {status}
      </Badge>
      {stale && (
        <Badge tone="moderate">
          <Icon name="clock" />
          stale
        </Badge>
      )}
    </span>
  );
}
