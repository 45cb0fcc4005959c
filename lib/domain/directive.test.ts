import { describe, expect, test } from "vitest";
import {
  byStatus,
  directiveStatuses,
  firstStep,
  nextStep,
  qualityTrend,
  statusWords,
} from "./directive";

test("a status in words", () => {
  expect(statusWords("implementation_review_required")).toBe("implementation review required");
});

describe("what comes next without a session", () => {
  test("is said for every status that is known, and for others", () => {
    for (const status of directiveStatuses) expect(firstStep(status)).not.toBe("");
    expect(firstStep("draft")).toBe("Finish the draft");
    expect(firstStep("in_progress")).toBe(firstStep("melted"));
    expect(firstStep("melted")).toContain("an agent can start one");
    expect(firstStep("constructor")).toBe(firstStep("melted"));
  });
});

describe("what comes next after the newest session", () => {
  const completed = {
    status: "completed",
    quality: 91,
    waiting: true,
    verdict: null,
    reason: "2 required checkpoints open",
  };

  test("a completion that something speaks against is a claim until its verdict", () => {
    expect(nextStep(completed)).toBe("Claims completion: 2 required checkpoints open");
    expect(nextStep({ ...completed, reason: null })).toBe("Implementation complete");
    const settled = { ...completed, waiting: false };
    expect(nextStep({ ...settled, verdict: "approve" })).toBe("Implementation complete");
    expect(nextStep({ ...settled, verdict: "request_changes" })).toBe("Changes were requested");
  });

  test("what goes on says so, and what speaks against it", () => {
    const active = { ...completed, status: "active", quality: null, waiting: false };
    expect(nextStep({ ...active, reason: "a sub-agent failed" })).toBe(
      "Implementation in progress; a sub-agent failed",
    );
    expect(nextStep({ ...active, reason: null })).toBe("Implementation in progress");
  });
});

describe("the trend of quality", () => {
  test.each([
    [[62, 71, 91], "62 → 71 → 91", "rising"],
    [[91, 62], "91 → 62", "falling"],
    [[62, 91, 71], "62 → 91 → 71", "up and down"],
    [[80, 80], "80 → 80", "level"],
    [[62, null, 91], "62 → 91", "rising"],
    [[0, 40], "0 → 40", "rising"],
  ])("%j is %s, %s", (scores, words, direction) => {
    expect(qualityTrend(scores)).toEqual({ scores: words, direction });
  });

  test("needs two scores", () => {
    expect(qualityTrend([])).toBeNull();
    expect(qualityTrend([null, 80])).toBeNull();
  });
});

test("sessions by status, in the order given", () => {
  expect(byStatus(["completed", "failed", "completed"])).toEqual([
    { status: "completed", sessions: 2 },
    { status: "failed", sessions: 1 },
  ]);
});
