/** How the state of a gate looks and is called, wherever it stands. */
export const gateStates = {
  met: { icon: "check", word: "met", look: "text-excellent-ink" },
  open: { icon: "circle", word: "open", look: "text-moderate-ink" },
  waived: { icon: "clock", word: "waived", look: "text-muted" },
  missing: { icon: "dashed", word: "no checkpoint", look: "text-muted" },
} as const;
