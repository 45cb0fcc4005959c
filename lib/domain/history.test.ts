import { describe, expect, test } from "vitest";
import { bySession, fold, type HistoryPoint } from "./history";

const at = (day: number) => `2026-11-${String(day).padStart(2, "0")}T12:00:00+00:00`;
const none = {
  quality: null,
  codeQuality: null,
  performance: null,
  security: null,
  uxAccessibility: null,
  progress: null,
  coverage: null,
};

describe("fold", () => {
  test("keeps each value until it changes, and null until it is known", () => {
    const points = fold([
      { at: at(1), changes: { status: "active", implementation_progress: 0 } },
      { at: at(2), changes: { security_score: 71, implementation_progress: 40 } },
      { at: at(3), changes: { security_score: 0 } },
      { at: at(4), changes: { security_score: null, status: "completed" } },
    ]);
    expect(points.map(({ values }) => values.security)).toEqual([null, 71, 0, null]);
    expect(points.map(({ values }) => values.progress)).toEqual([0, 40, 40, 40]);
    expect(points.map(({ status }) => status)).toEqual(["active", "active", "active", "completed"]);
    expect(points.every(({ values }) => values.quality === null)).toBe(true);
  });

  test("ends with what is so now, where the steps do not tell it", () => {
    const now: HistoryPoint = { at: at(9), status: "active", values: { ...none, quality: 80 } };
    expect(fold([], now)).toEqual([now]);
    const told = [{ at: at(1), changes: { quality_score: 80 } }];
    expect(fold(told, now)).toHaveLength(1);
    const other = fold([{ at: at(1), changes: { quality_score: 70 } }], now);
    expect(other.map(({ values }) => values.quality)).toEqual([70, 80]);
  });

  test("never goes back in time for it", () => {
    const now: HistoryPoint = { at: at(1), status: "active", values: { ...none, quality: 80 } };
    const points = fold([{ at: at(2), changes: { quality_score: 70 } }], now);
    expect(points).toEqual([{ ...now, at: at(2) }]);
  });
});

test("bySession keeps the order of each session", () => {
  const steps = [
    { session_id: "a", n: 1 },
    { session_id: "b", n: 2 },
    { session_id: "a", n: 3 },
  ];
  expect(
    bySession(steps)
      .get("a")
      ?.map(({ n }) => n),
  ).toEqual([1, 3]);
});
