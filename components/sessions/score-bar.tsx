import type { CSSProperties } from "react";
import { bandOf } from "@/lib/domain/scores";

/** What the styles draw a score's bar from: its length and its band's colour. */
export const barStyle = (score: number | null) =>
  ({ "--score": score ?? 0, "--fill": `var(--${bandOf(score)})` }) as CSSProperties;

/** A score's length and band. The number beside it says the same in text. */
export function ScoreBar({ score, className = "" }: { score: number | null; className?: string }) {
  return (
    <span
      aria-hidden
      className={`score-bar block ${score === null ? "hatch" : ""} ${className}`}
      style={barStyle(score)}
    />
  );
}
