import { describe, expect, test } from "vitest";
import type { HistoryPoint } from "./history";
import { progressRemarks } from "./progress";

const hour = (day: number, hours = 12) => Date.UTC(2026, 10, day, hours);
const nothing = {
  quality: null,
  codeQuality: null,
  performance: null,
  security: null,
  uxAccessibility: null,
  coverage: null,
};
const point = (
  day: number,
  progress: number | null,
  status: string | null = "active",
  hours = 12,
) =>
  ({
    at: new Date(hour(day, hours)).toISOString(),
    status,
    values: { ...nothing, progress },
  }) satisfies HistoryPoint;
const said = (points: HistoryPoint[], now = hour(30)) =>
  progressRemarks(points, now).map(({ words }) => words);

describe("plateaus", () => {
  test("names each, with the day on which it began", () => {
    expect(
      said([point(1, 40), point(4, 60), point(5, 90), point(11, 100), point(12, 100, "completed")]),
    ).toEqual(["at 40 % for 3 days from 1 November", "at 90 % for 6 days from 5 November"]);
  });

  test("lasts until now while the attempt goes on, a pause included", () => {
    expect(said([point(24, 90)])).toEqual(["at 90 % for 6 days, since 24 November"]);
    expect(said([point(24, 90), point(26, 90, "paused")])).toEqual([
      "at 90 % for 6 days, since 24 November",
    ]);
  });

  test("goes on across points at which something else changed", () => {
    expect(
      said([point(1, 50), point(2, 50), point(3, 50), point(4, 80), point(5, 90, "failed")]),
    ).toEqual(["at 50 % for 3 days from 1 November"]);
  });

  test("is two days at least", () => {
    expect(said([point(1, 50), point(3, 60, "active", 11), point(3, 60, "completed")])).toEqual([]);
    expect(said([point(1, 50), point(3, 60, "active", 12), point(3, 60, "completed")])).toEqual([
      "at 50 % for 2 days from 1 November",
    ]);
  });

  test("does not count what comes after the end, nor what nobody knows", () => {
    expect(said([point(1, 100, "completed")])).toEqual([]);
    expect(said([point(1, null), point(20, 10), point(21, 20, "completed")])).toEqual([]);
    expect(said([point(1, 100, "completed"), point(9, 100), point(10, 100, "completed")])).toEqual(
      [],
    );
    expect(
      said([point(1, 50), point(2, 50, "completed"), point(5, 50), point(6, 60, "completed")]),
    ).toEqual([]);
    expect(said([])).toEqual([]);
  });

  test("says the year where it is not this one", () => {
    expect(said([point(1, 50)], Date.UTC(2027, 0, 10))).toEqual([
      "at 50 % for 69 days, since 1 November 2026",
    ]);
  });
});

describe("steps back", () => {
  test("names every one, in the order of time and among the plateaus", () => {
    expect(
      said([point(1, 80), point(2, 60), point(3, 90), point(9, 30), point(9, 30, "failed", 13)]),
    ).toEqual([
      "fell from 80 to 60 on 2 November",
      "at 90 % for 6 days from 3 November",
      "fell from 90 to 30 on 9 November",
    ]);
  });

  test("sees one behind a value that nobody knew, and one to nothing", () => {
    expect(said([point(1, 80), point(2, null), point(2, 0, "failed", 13)])).toEqual([
      "fell from 80 to 0 on 2 November",
    ]);
  });

  test("does not take standing still or rising for one", () => {
    expect(said([point(1, 10), point(1, 10), point(2, 20, "completed")])).toEqual([]);
  });
});
