import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { PairState } from "@/lib/domain/evidence";

const marks = {
  changed: { icon: "changed", tone: "moderate", word: "changed" },
  added: { icon: "plus", tone: "good", word: "added" },
  removed: { icon: "minus", tone: "needs", word: "removed" },
  unknown: { icon: "dashed", tone: "unscored", word: "not compared" },
  unchanged: { icon: "equal", tone: "neutral", word: "unchanged" },
} as const;

/** What became of a picture: a shape and a word of its own. */
export function PairMark({ state }: { state: PairState }) {
  const { icon, tone, word } = marks[state];
  return (
    <Badge tone={tone}>
      <Icon name={icon} />
      {word}
    </Badge>
  );
}
