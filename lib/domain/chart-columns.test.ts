import { describe, expect, it } from "vitest";
import type { ChartSpec } from "./chart";
import { boxHeight, columns, formatValue, hasValues, legend, valueAt } from "./chart-columns";

const series = ["a", "b"].map((key) => ({ key, label: key.toUpperCase(), color: `var(--${key})` }));
const spec: ChartSpec = { kind: "lines", x: "Week", y: "Score", series, points: [] };
const band = { low: "low", high: "high", label: "Middle half", color: "var(--c)" };
const target = { key: "t", label: "Target" };

it("has a column for each number, and a legend for each mark", () => {
  const full = { ...spec, band, target };
  expect(columns(full).map(({ key }) => key)).toEqual(["a", "b", "low", "high", "t"]);
  expect(legend(full).map(({ label }) => label)).toEqual(["A", "B", "Middle half", "Target"]);
});

it("needs no legend for one series alone", () => {
  expect(legend({ ...spec, series: series.slice(0, 1) })).toEqual([]);
});

it("tells lines apart by more than their colour", () => {
  const seven = Array.from("abcdefg", (key) => ({ key, label: key, color: "" }));
  const dashes = columns({ ...spec, series: seven }).map(({ mark }) => mark.dash);
  expect(new Set(dashes).size).toBe(7);
  const [only] = columns({ ...spec, series: [{ key: "a", label: "A", color: "", dash: true }] });
  expect(only?.mark.dash).toBeDefined();
});

describe("a gap", () => {
  it("is what is null, absent or no number", () => {
    const point = { label: "", values: { zero: 0, none: null, odd: Number.NaN } };
    expect(["zero", "none", "odd", "absent"].map((key) => valueAt(point, key))).toEqual([
      0,
      null,
      null,
      null,
    ]);
  });

  it("is nothing to draw, and a target alone is not either", () => {
    const points = [{ label: "", values: { a: null, t: 75 } }];
    expect(hasValues({ ...spec, target, points })).toBe(false);
    expect(hasValues({ ...spec, points: [{ label: "", values: { b: 0 } }] })).toBe(true);
  });
});

it("writes numbers with their unit", () => {
  expect(formatValue(1_234_567)).toBe("1,234,567");
  expect(formatValue(40, "%")).toBe("40\u00a0%");
});

it("gives rows the height that they need", () => {
  const points = ["x", "y", "z"].map((label) => ({ label, values: {} }));
  const rows: ChartSpec = { ...spec, kind: "rows", points };
  expect(boxHeight(spec)).toBe(220);
  expect(boxHeight({ ...rows, stacked: true })).toBeLessThan(boxHeight(rows));
});
