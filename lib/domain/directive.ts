import { nextAction } from "./scores";

/** Those that are known; the column is free text. In the order in which a directive goes through them. */
export const directiveStatuses = [
  "draft",
  "planning",
  "review",
  "pending_approval",
  "active",
  "in_progress",
  "implementation_review_required",
  "implementation_complete",
  "completed",
  "deferred",
  "cancelled",
  "archived",
] as const;

export const priorities = ["critical", "high", "medium", "low"] as const;

/** "implementation review required" */
export function statusWords(status: string): string {
  return status.replaceAll("_", " ");
}

/** What comes next for a directive that no agent has begun. */
export function firstStep(status: string): string {
  const known = Object.hasOwn(firstSteps, status) ? firstSteps[status] : undefined;
  return known ?? "No session yet: an agent can start one";
}

const firstSteps: Record<string, string> = {
  draft: "Finish the draft",
  planning: "Finish the plan",
  review: "Finish the review of the directive",
  pending_approval: "Approve the directive, or send it back",
  implementation_review_required: "Review the implementation: no session tells of it",
  implementation_complete: "Nothing: complete, and no session tells of it",
  completed: "Nothing: completed without a session",
  deferred: "Nothing: deferred",
  cancelled: "Nothing: cancelled",
  archived: "Nothing: archived",
};

export type Trend = { scores: string; direction: string };

/** How quality went from one session to the next, oldest first; null where fewer than two were scored. */
export function qualityTrend(scores: readonly (number | null)[]): Trend | null {
  const known = scores.filter((score) => score !== null);
  const steps = known.slice(1).map((score, index) => Math.sign(score - (known[index] ?? score)));
  if (steps.length === 0) return null;
  const rises = steps.includes(1);
  const falls = steps.includes(-1);
  const direction = rises && falls ? "up and down" : rises ? "rising" : falls ? "falling" : "level";
  return { scores: known.join(" → "), direction };
}

/** How many sessions are in each status, in the order in which they come first. */
export function byStatus(statuses: readonly string[]): { status: string; sessions: number }[] {
  const counts = new Map<string, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, sessions]) => ({ status, sessions }));
}

/** The newest session of a directive; `reason` is the heaviest that speaks against it, in words. */
type Newest = {
  status: string;
  quality: number | null;
  waiting: boolean;
  verdict: string | null;
  reason: string | null;
};

/** What comes next for a directive with sessions. Completion stays a claim while it waits for review. */
export function nextStep({ status, quality, waiting, verdict, reason }: Newest): string {
  if (status !== "completed") {
    return [nextAction(status, quality), reason].filter(Boolean).join("; ");
  }
  if (waiting && reason) return `Claims completion: ${reason}`;
  if (!waiting && verdict === "request_changes") return "Changes were requested";
  return nextAction(status, quality);
}
