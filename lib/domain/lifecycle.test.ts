import { expect, test } from "vitest";
import {
  directiveAfter,
  handoffStatuses,
  handoffStepsFrom,
  holderOf,
  type Sibling,
  stepsFrom,
  stepTo,
  takenWords,
} from "./lifecycle";
import { statuses } from "./session";

const year = new Date().getUTCFullYear();

const sibling = (status: string, values: Partial<Sibling> = {}): Sibling => ({
  id: `a ${status} one`,
  status,
  startedAt: `${year}-03-10T09:00:00Z`,
  endedAt: `${year}-03-12T09:00:00Z`,
  ...values,
});

test("every status leads where the lifecycle says, and nowhere else", () => {
  const all = statuses.map((from) => [from, stepsFrom(from).map(({ to }) => to)]);
  expect(Object.fromEntries(all)).toEqual({
    active: ["completed", "paused", "failed", "cancelled"],
    paused: ["active", "failed", "cancelled"],
    completed: ["active"],
    failed: ["active"],
    cancelled: [],
  });
});

test("what an agent may have written leads nowhere", () => {
  for (const status of ["", "melted", "ACTIVE", "toString", "__proto__"]) {
    expect(stepsFrom(status)).toEqual([]);
    expect(stepTo(status, "active")).toBeUndefined();
  }
});

test("reopening takes a reason, resuming none", () => {
  expect(stepTo("completed", "active")).toMatchObject({ label: "Reopen", reason: "needed" });
  expect(stepTo("failed", "active")).toMatchObject({ label: "Reopen", reason: "needed" });
  expect(stepTo("paused", "active")).toMatchObject({ label: "Resume", reason: "none" });
  expect(stepTo("active", "failed")).toMatchObject({ reason: "welcome" });
  expect(stepTo("active", "active")).toBeUndefined();
  expect(stepTo("cancelled", "active")).toBeUndefined();
});

test("a place is held by another session in that status, not by the one in question", () => {
  const siblings = [sibling("failed"), sibling("completed")];
  expect(holderOf("completed", siblings)?.id).toBe("a completed one");
  expect(holderOf("completed", siblings, "a completed one")).toBeUndefined();
  expect(holderOf("paused", siblings)).toBeUndefined();
});

test.each<[string, Sibling, string | null]>([
  [
    "SD-UI-014 already has a completed session (12 March). Reopen or delete that one first, or leave this one active.",
    sibling("completed"),
    "active",
  ],
  [
    "SD-UI-014 already has an active session (10 March). Complete, pause or end that one first.",
    sibling("active", { endedAt: null }),
    null,
  ],
  [
    "SD-UI-014 already has a paused session. Fail, cancel or delete that one first, or leave this one active.",
    sibling("paused", { startedAt: null, endedAt: null }),
    "active",
  ],
  [
    "SD-UI-014 already has a failed session (31 December 2019). Reopen or delete that one first, or leave this one paused.",
    sibling("failed", { endedAt: "2019-12-31T23:59:59Z" }),
    "paused",
  ],
  [
    "SD-UI-014 already has a cancelled session (12 March). Delete that one first, or leave this one active.",
    sibling("cancelled"),
    "active",
  ],
])("%s", (words, holder, stays) => {
  expect(takenWords("SD-UI-014", holder, stays)).toBe(words);
});

test.each([
  [null, "implementation_review_required"],
  [0, "implementation_review_required"],
  [74, "implementation_review_required"],
  [75, "implementation_complete"],
  [100, "implementation_complete"],
])("a quality of %j makes the directive %s", (quality, status) => {
  expect(directiveAfter(quality)).toBe(status);
});

test("a hand-off goes on, back for another try, and ends with its acceptance", () => {
  const all = handoffStatuses.map((status) => [status, handoffStepsFrom(status)]);
  expect(Object.fromEntries(all)).toEqual({
    preparing: ["ready"],
    ready: ["sent", "preparing"],
    sent: ["accepted", "rejected"],
    rejected: ["preparing"],
    accepted: [],
  });
  expect(handoffStepsFrom("constructor")).toEqual([]);
});
