import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { PairState } from "@/lib/domain/evidence";
import { stateWords } from "@/lib/domain/shown-evidence";

const marks = {
  changed: { icon: "changed", tone: "moderate" },
  added: { icon: "plus", tone: "good" },
  removed: { icon: "minus", tone: "needs" },
  unknown: { icon: "dashed", tone: "unscored" },
  unchanged: { icon: "equal", tone: "neutral" },
} as const;

/** What became of a picture: a shape and a word of its own. */
export function PairMark({ state }: { state: PairState }) {
  const { icon, tone } = marks[state];
  return (
    <Badge tone={tone}>
      <Icon name={icon} />
      {stateWords[state]}
    </Badge>
  );
}
