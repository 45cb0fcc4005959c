import { Badge } from "@/components/ui/badge";
import { bandOf, bandWord } from "@/lib/domain/scores";

type Props = {
  score: number | null;
  /** Numbers stand below one another. */
  column?: boolean;
};

/** A quality score with its band's word: the colour alone would say nothing to some. */
export function Quality({ score, column = true }: Props) {
  const band = bandOf(score);
  return (
    <span className={column ? "quality column" : "quality"}>
      {score !== null && <b>{score}</b>}
      <Badge tone={band}>{bandWord(band)}</Badge>
    </span>
  );
}
