/** In the order in which a session goes through them. */
export const statuses = ["active", "paused", "completed", "failed", "cancelled"] as const;
export type Status = (typeof statuses)[number];

const typeWords = {
  UI_COMPONENT: "UI component",
  API_ENDPOINT: "API endpoint",
  DATABASE_CHANGE: "Database change",
  AUTHENTICATION: "Authentication",
  SYSTEM_TOOLING: "System tooling",
  GENERAL_FEATURE: "General feature",
} as const;

export type ImplementationType = keyof typeof typeWords;
export const implementationTypes = Object.keys(typeWords) as ImplementationType[];

export function typeWord(type: string): string {
  return typeWords[type as ImplementationType] ?? type;
}

const verdictWords = {
  approve: "approved",
  request_changes: "changes requested",
  none: "no verdict",
} as const;

/** The newest verdict, or that there is none. */
export type VerdictState = keyof typeof verdictWords;
export const verdictStates = Object.keys(verdictWords) as VerdictState[];
export const verdictWord = (state: string): string => verdictWords[state as VerdictState] ?? state;

const evidenceWords = {
  any: "with evidence",
  pictures: "with screenshots",
  demos: "with demos",
  none: "without evidence",
} as const;

export type EvidenceKind = keyof typeof evidenceWords;
export const evidenceKinds = Object.keys(evidenceWords) as EvidenceKind[];
export const evidenceWord = (kind: EvidenceKind): string => evidenceWords[kind];

/** Milliseconds after its start for which an active session is not stale. */
export const STALE_AFTER = 7 * 86_400_000;

/** As the agents see it: active, and started more than seven days ago. */
export function isStale(status: string, startedAt: string | null, now: number): boolean {
  return status === "active" && startedAt !== null && now - Date.parse(startedAt) > STALE_AFTER;
}

export const goesOn = (status: string) => status === "active" || status === "paused";

type Times = { status: string; startedAt: string | null; endedAt: string | null };

/** Milliseconds from start to end, or to now while it goes on; null where that makes no sense. */
export function duration({ status, startedAt, endedAt }: Times, now: number): number | null {
  if (!startedAt) return null;
  const end = goesOn(status) ? now : Date.parse(endedAt ?? "");
  const length = end - Date.parse(startedAt);
  return length >= 0 ? length : null;
}
