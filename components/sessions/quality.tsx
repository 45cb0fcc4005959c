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
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {score !== null && (
        <span className={column ? "min-w-[3ch] text-right font-semibold" : "font-semibold"}>
          {score}
        </span>
      )}
      <Badge tone={band}>{bandWord(band)}</Badge>
    </span>
  );
}
