import { Badge, type Tone } from "@/components/ui/badge";
import { statusWords } from "@/lib/domain/directive";

/** What agents wrote is looked up in a map: an object knows more names than its own. */
const statusTones = new Map<string, Tone>([
  ["active", "accent"],
  ["in_progress", "accent"],
  ["implementation_review_required", "moderate"],
  ["implementation_complete", "excellent"],
  ["completed", "excellent"],
  ["deferred", "unscored"],
  ["cancelled", "unscored"],
  ["archived", "unscored"],
]);

export function DirectiveStatus({ status }: { status: string }) {
  return (
    <Badge tone={statusTones.get(status)}>
      <bdi>{statusWords(status)}</bdi>
    </Badge>
  );
}

const priorityTones = new Map<string, Tone>([
  ["critical", "needs"],
  ["high", "moderate"],
]);

export function Priority({ priority }: { priority: string }) {
  return (
    <Badge tone={priorityTones.get(priority.toLowerCase())}>
      <bdi>{priority}</bdi>
    </Badge>
  );
}
