import { type Band, bandOf } from "@/lib/domain/scores";

const fills: Record<Band, string> = {
  excellent: "bg-excellent",
  high: "bg-high",
  good: "bg-good",
  moderate: "bg-moderate",
  needs: "bg-needs",
  unscored: "hatch",
};

/** A score's length and band. The number beside it says the same in text. */
export function ScoreBar({
  score,
  className = "h-1",
}: {
  score: number | null;
  className?: string;
}) {
  return (
    <span aria-hidden className={`block overflow-hidden rounded-full bg-sunken ${className}`}>
      <span
        className={`block h-full rounded-full ${fills[bandOf(score)]}`}
        style={{ width: score === null ? "100%" : `${score}%` }}
      />
    </span>
  );
}
