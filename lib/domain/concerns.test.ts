import { expect, it } from "vitest";
import { concerns } from "./concerns";
import { mergeGates } from "./gates";
import { fromJson } from "./sub-agents";

const fine = {
  status: "completed",
  stale: false,
  took: 1000,
  progress: 100,
  gates: mergeGates([], []),
  subAgents: fromJson([{ status: "PASS" }, { status: "WARNING" }]),
};

it("has nothing to say about a session where all is well", () => {
  expect(concerns(fine)).toEqual([]);
});

it("says what is wrong, worst first", () => {
  const open = { type: "TESTING", required: true, complete: false, score: null, evidenceUrl: null };
  const rest = { notes: null, completedAt: null, completedBy: null };
  expect(
    concerns({
      ...fine,
      stale: true,
      took: 9 * 86_400_000,
      progress: 40,
      gates: mergeGates(["Load test"], [{ name: "Review", ...open, ...rest }]),
      subAgents: fromJson([{ status: "ERROR" }, { status: "FAIL" }, { status: "REVIEW_REQUIRED" }]),
    }),
  ).toEqual([
    "2 sub-agent results failed",
    "1 required checkpoint open",
    "1 gate without a checkpoint",
    "1 sub-agent result to review",
    "completed at 40 %",
    "stale: active for 9 d",
  ]);
});
