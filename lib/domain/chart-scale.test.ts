import { describe, expect, it } from "vitest";
import type { ChartSpec } from "./chart";
import { formatTick, valueScale, wholeTicks } from "./chart-scale";

describe("ticks", () => {
  it.each([
    [0, 100, [0, 25, 50, 75, 100]],
    [0, 0, [0, 1]],
    [0, 0.3, [0, 1]],
    [0, 1, [0, 1]],
    [0, 7, [0, 2, 4, 6, 8]],
    [0, 1_234_567, [0, 500_000, 1_000_000, 1_500_000]],
    [-3, 5, [-4, -2, 0, 2, 4, 6]],
  ])("from %d to %d", (low, high, ticks) => {
    expect(wholeTicks(low, high)).toEqual(ticks);
  });

  it("are few, whole and around the values, however large these are", () => {
    for (let high = 1; high < 1e9; high = Math.ceil(high * 1.7)) {
      const ticks = wholeTicks(0, high);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(high);
    }
  });

  it.each([
    [75, "75"],
    [2500, "2,500"],
    [1_500_000, "1.5m"],
  ])("%d is written %s", (value, text) => {
    expect(formatTick(value).toLowerCase()).toBe(text);
  });
});

describe("the scale", () => {
  const spec: ChartSpec = {
    kind: "bars",
    x: "Week",
    y: "Sessions",
    series: ["a", "b"].map((key) => ({ key, label: key, color: "" })),
    points: [{ label: "1", values: { a: 6, b: 5, t: 14 } }],
  };

  it("reaches the largest value, or the largest stack", () => {
    expect(valueScale(spec).domain).toEqual([0, 6]);
    expect(valueScale({ ...spec, stacked: true }).domain).toEqual([0, 15]);
  });

  it("reaches a target, too", () => {
    expect(valueScale({ ...spec, target: { key: "t", label: "Target" } }).domain).toEqual([0, 15]);
  });

  it("keeps the ends that it is told", () => {
    expect(valueScale({ ...spec, domain: [0, 90] })).toEqual({
      domain: [0, 90],
      ticks: [0, 25, 50, 75],
    });
  });

  it("holds without any value", () => {
    expect(valueScale({ ...spec, points: [] }).domain).toEqual([0, 1]);
  });
});
