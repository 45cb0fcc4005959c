/**
 * The colours of charts, as values for `Series.color`. They are CSS variables of globals.css, so
 * that a drawing follows the theme by itself. Each stands out 3:1 from the surface in both themes.
 */
export const domainColors = {
  codeQuality: "var(--code-quality)",
  performance: "var(--performance)",
  security: "var(--security)",
  uxAccessibility: "var(--ux-accessibility)",
} as const;

/** As the badges of a status are. */
export const statusColors = {
  active: "var(--accent)",
  paused: "var(--moderate)",
  completed: "var(--excellent)",
  failed: "var(--needs)",
  cancelled: "var(--unscored)",
} as const;

export const bandColors = {
  excellent: "var(--excellent)",
  high: "var(--high)",
  good: "var(--good)",
  moderate: "var(--moderate)",
  needs: "var(--needs)",
  unscored: "var(--unscored)",
} as const;

/** What a sub-agent's check came to. */
export const outcomeColors = {
  PASS: "var(--excellent)",
  WARNING: "var(--moderate)",
  FAIL: "var(--needs)",
  REVIEW_REQUIRED: "var(--good)",
  ERROR: "var(--unscored)",
} as const;

/** What moves over a session's life, beside the domains. */
export const seriesColors = {
  quality: "var(--quality)",
  progress: "var(--progress)",
  coverage: "var(--coverage)",
} as const;
