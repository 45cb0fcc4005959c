import { describe, expect, test } from "vitest";
import { targetFinding, targetsFor } from "./targets";

const all = { codeQuality: 75, performance: 75, security: 75, uxAccessibility: 75 };
const scores = { codeQuality: 92, performance: 88, security: 95, uxAccessibility: 90 };
const none = { codeQuality: null, performance: null, security: null, uxAccessibility: null };

test("a target holds for its type and domain, 75 for the rest", () => {
  const rows = [
    { implementation_type: "AUTHENTICATION", domain: "security", least_score: 90 },
    { implementation_type: "UI_COMPONENT", domain: "ux_accessibility", least_score: 0 },
  ];
  expect(targetsFor(rows, "AUTHENTICATION")).toEqual({ ...all, security: 90 });
  expect(targetsFor(rows, "UI_COMPONENT")).toEqual({ ...all, uxAccessibility: 0 });
  expect(targetsFor([], "whatever")).toEqual(all);
});

describe("targetFinding", () => {
  test.each([
    ["All four domains reach their targets", scores],
    ["All four domains reach their targets", { ...scores, security: 75 }],
    ["Security is 13 below its target", { ...scores, security: 62 }],
    ["Security is 75 below its target", { ...scores, security: 0 }],
    [
      "Security is 13 below its target, 1 other is below too",
      { ...scores, security: 62, performance: 74 },
    ],
    ["No domain was scored", none],
    ["The one scored domain reaches its target, 3 were not scored", { ...none, security: 80 }],
    ["3 domains reach their targets, 1 was not scored", { ...scores, performance: null }],
    ["Security is 1 below its target, 3 were not scored", { ...none, security: 74 }],
  ])("%s", (words, given) => {
    expect(targetFinding(given, all)).toBe(words);
  });
});
