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

const DAY = 86_400_000;
const STALE_AFTER = 7 * DAY;

/** As the agents see it: active, and started more than seven days ago. */
export function isStale(status: string, startedAt: string | null, now: number): boolean {
  return status === "active" && startedAt !== null && now - Date.parse(startedAt) > STALE_AFTER;
}

type Times = {
  status: string;
  startedAt: string | null;
  completedAt: string | null;
  updatedAt: string | null;
};

export const goesOn = (status: string) => status === "active" || status === "paused";

/**
 * When it ended, or null while it goes on or where nobody knows. Agents that do not set the time
 * of completion seldom touch the time of change either: one from before the work says nothing.
 */
export function endedAt({ status, startedAt, completedAt, updatedAt }: Times): string | null {
  if (goesOn(status)) return null;
  if (completedAt || !updatedAt || !startedAt) return completedAt ?? updatedAt;
  return Date.parse(updatedAt) > Date.parse(startedAt) ? updatedAt : null;
}

/** Milliseconds from start to end, or to now while it goes on; null where that makes no sense. */
export function duration(times: Times, now: number): number | null {
  if (!times.startedAt) return null;
  const end = goesOn(times.status) ? now : Date.parse(endedAt(times) ?? "");
  const length = end - Date.parse(times.startedAt);
  return length >= 0 ? length : null;
}
