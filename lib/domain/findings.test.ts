import { describe, expect, test } from "vitest";
import { bandsFinding, both, qualityFinding, share, shareFinding, statusFinding } from "./findings";

const zero = { active: 0, paused: 0, completed: 0, failed: 0, cancelled: 0 };

describe("share", () => {
  test.each([
    [1, 4, "1"],
    [9, 9, "9"],
    [5, 10, "half"],
    [33, 100, "a third"],
    [35, 100, "35 %"],
    [67, 100, "two thirds"],
    [25, 100, "a quarter"],
    [3, 12, "a quarter"],
    [75, 100, "three quarters"],
    [1, 1000, "less than 1 %"],
    [999, 1000, "99 %"],
    [1000, 1000, "100 %"],
    [0, 1000, "0 %"],
  ])("%i of %i is %s", (part, whole, words) => {
    expect(share(part, whole)).toBe(words);
  });

  test("is followed by a verb that fits", () => {
    const is = { one: "is below", many: "are below" };
    expect(shareFinding(1, 4, "sessions", is)).toBe("1 of the 4 sessions is below");
    expect(shareFinding(2, 4, "sessions", is)).toBe("2 of the 4 sessions are below");
    expect(shareFinding(1, 3000, "sessions", is)).toBe(
      "Less than 1 % of the 3,000 sessions are below",
    );
  });
});

test("several are joined as one writes them", () => {
  expect(both(["testing"])).toBe("Testing");
  expect(both(["testing", "security"])).toBe("Testing and security");
  expect(both(["testing", "security", "UX"])).toBe("Testing, security and UX");
});

test.each([
  ["No session has a quality score", []],
  ["No session has a quality score", [null, null]],
  ["Only one week has scored sessions: median 80", [80]],
  ["Only one week has scored sessions: median 0", [null, 0, null]],
  ["Median quality rose from 84 to 86", [84, 86]],
  ["Median quality rose from 0 to 86.5", [null, 0, 99, null, 86.5, null]],
  ["Median quality fell from 86 to 84", [86, 90, 84]],
  ["Median quality held at 80", [80, 80]],
  ["Median quality held at 80", [80, null, 80]],
  ["Median quality is back at 80", [80, 60, 80]],
])("%s (%s)", (words, medians) => {
  expect(qualityFinding(medians.map((median) => ({ median })))).toBe(words);
});

test.each([
  ["No session started", []],
  ["No session started", [{}, {}]],
  ["1 session started, and it is active", [{ active: 1 }]],
  ["2 sessions started, both of them failed", [{ failed: 1 }, {}, { failed: 1 }]],
  ["3 sessions started, all of them active", [{ active: 3 }]],
  ["12 sessions started, most of them completed", [{ completed: 7, active: 5 }]],
  [
    "12 sessions started, 5 of them completed",
    [
      { completed: 2, active: 4 },
      { completed: 3, failed: 3 },
    ],
  ],
  ["4 sessions started, 2 of them active and 2 failed", [{ active: 2, failed: 2 }]],
  [
    "3 sessions started, 1 of them active, 1 paused and 1 failed",
    [{ active: 1, paused: 1, failed: 1 }],
  ],
  ["1,200 sessions started, most of them completed", [{ completed: 1100, active: 100 }]],
])("%s", (words, weeks) => {
  expect(statusFinding(weeks.map((counts) => ({ counts: { ...zero, ...counts } })))).toBe(words);
});

test.each([
  ["No session started", {}],
  ["The only session has no quality score", { unscored: 1 }],
  ["None of the 5 sessions has a quality score", { unscored: 5 }],
  ["The only scored session reaches 75", { good: 1, unscored: 3 }],
  ["The only scored session is below 75", { needs: 1 }],
  ["Both scored sessions reach 75", { excellent: 1, high: 1, unscored: 9 }],
  ["All 12 scored sessions are below 75", { moderate: 5, needs: 7 }],
  ["A third of the 30 scored sessions are below 75", { good: 20, moderate: 5, needs: 5 }],
  ["1 of the 4 scored sessions is below 75", { high: 3, moderate: 1 }],
])("%s", (words, counts) => {
  const none = { excellent: 0, high: 0, good: 0, moderate: 0, needs: 0, unscored: 0 };
  expect(bandsFinding({ ...none, ...counts })).toBe(words);
});
