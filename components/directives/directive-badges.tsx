import { Badge, type Tone } from "@/components/ui/badge";
import { statusWords } from "@/lib/domain/directive";

const statusTones: Record<string, Tone> = {
  active: "accent",
  in_progress: "accent",
  implementation_review_required: "moderate",
  implementation_complete: "excellent",
  completed: "excellent",
  deferred: "unscored",
  cancelled: "unscored",
  archived: "unscored",
};

export function DirectiveStatus({ status }: { status: string }) {
  return (
    <Badge tone={statusTones[status]}>
      <bdi>{statusWords(status)}</bdi>
    </Badge>
  );
}

const priorityTones: Record<string, Tone> = { critical: "needs", high: "moderate" };

export function Priority({ priority }: { priority: string }) {
  return (
    <Badge tone={priorityTones[priority.toLowerCase()]}>
      <bdi>{priority}</bdi>
    </Badge>
  );
}
