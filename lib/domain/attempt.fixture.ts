import type { Attempt } from "./attempts";

const blank: Attempt = {
  id: "00000000-0000-0000-0000-000000000000",
  directive: { id: "SD-1", title: "One" },
  status: "completed",
  type: "UI_COMPONENT",
  quality: null,
  domains: { codeQuality: null, performance: null, security: null, uxAccessibility: null },
  coverage: null,
  progress: null,
  gates: [],
  subAgents: [],
  pictures: { before: [], after: [] },
  demos: [],
  startedAt: null,
  endedAt: null,
  took: null,
  stale: false,
  concerns: [],
  cut: [],
};

/** For tests: an attempt of which only this is known. */
export const attemptWith = (known: Partial<Attempt>): Attempt => ({ ...blank, ...known });
