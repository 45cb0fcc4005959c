import { formatDate } from "@/lib/format";
import type { Status } from "./session";

type Step = {
  to: Status;
  /** On the button; a verb. */
  label: string;
  /** What is said when it was done. */
  done: string;
  reason: "needed" | "welcome" | "none";
};

const pause: Step = { to: "paused", label: "Pause", done: "paused", reason: "none" };
const resume: Step = { to: "active", label: "Resume", done: "active again", reason: "none" };
const complete: Step = { to: "completed", label: "Complete", done: "completed", reason: "none" };
const fail: Step = {
  to: "failed",
  label: "Mark as failed",
  done: "marked as failed",
  reason: "welcome",
};
const cancel: Step = { to: "cancelled", label: "Cancel", done: "cancelled", reason: "welcome" };
const reopen: Step = { to: "active", label: "Reopen", done: "reopened", reason: "needed" };

/** Which status may follow which. What is cancelled stays so. */
const lifecycle: Record<Status, readonly Step[]> = {
  active: [complete, pause, fail, cancel],
  paused: [resume, fail, cancel],
  completed: [reopen],
  failed: [reopen],
  cancelled: [],
};

export function stepsFrom(status: string): readonly Step[] {
  return Object.hasOwn(lifecycle, status) ? lifecycle[status as Status] : [];
}

export function stepTo(from: string, to: string): Step | undefined {
  return stepsFrom(from).find((step) => step.to === to);
}

/** Another session of the same directive. */
export type Sibling = {
  id: string;
  status: string;
  startedAt: string | null;
  endedAt: string | null;
};

/** What can be done with the one that has the place, so that it becomes free. */
const waysOut: Record<Status, string> = {
  active: "Complete, pause or end",
  paused: "Fail, cancel or delete",
  completed: "Reopen or delete",
  failed: "Reopen or delete",
  cancelled: "Delete",
};

const article = (status: string) => (status === "active" ? "an" : "a");

/** The session that has the directive's one place in that status, other than the one in question. */
export function holderOf(
  to: string,
  siblings: readonly Sibling[],
  id?: string,
): Sibling | undefined {
  return siblings.find((sibling) => sibling.status === to && sibling.id !== id);
}

/**
 * "SD-UI-014 already has a completed session (12 March). Reopen or delete that one first, or leave
 * this one active." `stays` is the status of the session in question, null for one that would begin.
 */
export function takenWords(sdId: string, holder: Sibling, stays: string | null): string {
  const { status } = holder;
  const day = holder.endedAt ?? holder.startedAt;
  const when = day ? ` (${formatDate(day)})` : "";
  const way = `${waysOut[status as Status]} that one first`;
  const leave = stays ? `, or leave this one ${stays}` : "";
  return `${sdId} already has ${article(status)} ${status} session${when}. ${way}${leave}.`;
}

/** The quality from which the database calls the directive's implementation complete. */
const COMPLETE_FROM = 75;

/** What the directive's status becomes with its session's completion; the database's own rule. */
export function directiveAfter(quality: number | null): string {
  return (quality ?? 0) >= COMPLETE_FROM
    ? "implementation_complete"
    : "implementation_review_required";
}

const handoffs = {
  preparing: ["ready"],
  ready: ["sent", "preparing"],
  sent: ["accepted", "rejected"],
  rejected: ["preparing"],
  accepted: [],
} as const satisfies Record<string, readonly string[]>;

export type HandoffStatus = keyof typeof handoffs;
export const handoffStatuses = Object.keys(handoffs) as HandoffStatus[];

/** The statuses that may follow a hand-off's. */
export function handoffStepsFrom(status: string): readonly HandoffStatus[] {
  return Object.hasOwn(handoffs, status) ? handoffs[status as HandoffStatus] : [];
}
