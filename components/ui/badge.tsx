import type { ReactNode } from "react";

const tones = {
  neutral: "bg-sunken text-ink",
  accent: "bg-accent-soft text-accent-strong",
  excellent: "bg-excellent-soft text-excellent-ink",
  high: "bg-high-soft text-high-ink",
  good: "bg-good-soft text-good-ink",
  moderate: "bg-moderate-soft text-moderate-ink",
  needs: "bg-needs-soft text-needs-ink",
  unscored: "bg-unscored-soft text-unscored-ink",
} as const;

export type Tone = keyof typeof tones;

export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge ${tones[tone]}`}>{children}</span>;
}
