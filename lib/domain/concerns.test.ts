import { expect, it } from "vitest";
import { concerns } from "./concerns";
import { mergeGates } from "./gates";
import { fromJson } from "./sub-agents";

const fine = {
  status: "completed",
  stale: false,
  took: 1000,
  progress: 100,
  startedAt: "2026-11-01T10:00:00+00:00",
  quality: 90,
  coverage: 85,
  columns: {
    completed_at: "2026-11-01T12:00:00+00:00",
    pre_impl_checklist: { passed: true },
    security_scan_results: {},
    accessibility_audit: {},
    before_screenshots: null,
    after_screenshots: [],
  },
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
    "1 sub-agent result failed",
    "1 sub-agent ended in an error",
    "1 required checkpoint open",
    "1 gate without a checkpoint",
    "1 sub-agent result to review",
    "completed at 40 %",
    "stale: active for 9 d",
  ]);
});

it("names claims that contradict one another", () => {
  const { columns } = fine;
  expect(concerns({ ...fine, coverage: null })).toEqual(["90 with nothing behind it"]);
  expect(concerns({ ...fine, coverage: null, quality: 84 })).toEqual([]);
  const scanned = { ...columns, security_scan_results: { findings: 0 } };
  expect(concerns({ ...fine, coverage: null, columns: scanned })).toEqual([]);
  expect(
    concerns({ ...fine, columns: { ...columns, pre_impl_checklist: { passed: false } } }),
  ).toEqual(["checklist not passed"]);
  expect(
    concerns({ ...fine, columns: { ...columns, completed_at: "2026-11-01T09:00:00+00:00" } }),
  ).toEqual(["ended before it started"]);
  expect(concerns({ ...fine, status: "active" })).toEqual(["active, though an end is recorded"]);
});
