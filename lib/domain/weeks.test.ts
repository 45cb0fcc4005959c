import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparable, DAY, dayOf, fillWeeks, isCut, mondayOf, weekDays } from "./weeks";

const weeks = (...days: string[]) => days.map((week) => ({ week, sessions: 1 }));
const filled = (rows: { week: string; sessions: number }[]) =>
  fillWeeks(rows, (week) => ({ week, sessions: 0 }));

describe("mondayOf", () => {
  test.each([
    ["2026-11-15T23:59:59.999Z", "2026-11-09"],
    ["2026-11-16T00:00:00.000Z", "2026-11-16"],
    ["2026-11-22T23:59:59.999Z", "2026-11-16"],
    ["1970-01-01T00:00:00.000Z", "1969-12-29"],
    ["1969-12-28T23:59:59.999Z", "1969-12-22"],
  ])("of %s is %s", (time, monday) => {
    expect(dayOf(mondayOf(Date.parse(time)))).toBe(monday);
  });

  test("is a Monday at midnight, no more than a week ago", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (time) => {
        const monday = mondayOf(time);
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect(monday % DAY).toBeCloseTo(0);
        expect(time - monday).toBeGreaterThanOrEqual(0);
        expect(time - monday).toBeLessThan(7 * DAY);
      }),
    );
  });
});

describe("weekDays", () => {
  test("are the whole week, over the end of a year too", () => {
    expect(weekDays("2026-12-28", null)).toEqual({ from: "2026-12-28", to: "2027-01-03" });
  });

  test("begin with the period where that begins later", () => {
    expect(weekDays("2026-11-16", "2026-11-19")).toEqual({ from: "2026-11-19", to: "2026-11-22" });
    expect(weekDays("2026-11-16", "2026-11-16").from).toBe("2026-11-16");
    expect(weekDays("2026-11-16", "2026-11-01").from).toBe("2026-11-16");
  });
});

test("a week is cut when the period begins in it, and not on its Monday", () => {
  const both = weeks("2026-11-09", "2026-11-16");
  expect(isCut(both, "2026-11-10")).toBe(true);
  expect(isCut(both, "2026-11-09")).toBe(false);
  expect(isCut(both, "2026-11-02")).toBe(false);
  expect(isCut(both, null)).toBe(false);
});

describe("fillWeeks", () => {
  test("gives nothing for nothing, and one for one", () => {
    expect(filled([])).toEqual([]);
    expect(filled(weeks("2026-11-16"))).toEqual(weeks("2026-11-16"));
  });

  test("orders them and puts empty ones between", () => {
    expect(filled(weeks("2026-11-16", "2026-10-26"))).toEqual([
      { week: "2026-10-26", sessions: 1 },
      { week: "2026-11-02", sessions: 0 },
      { week: "2026-11-09", sessions: 0 },
      { week: "2026-11-16", sessions: 1 },
    ]);
  });

  test("fills 400 weeks and no more", () => {
    const last = Date.parse("2026-11-16");
    const back = (count: number) => dayOf(last - count * 7 * DAY);
    expect(filled(weeks(back(399), back(0)))).toHaveLength(400);
    expect(filled(weeks(back(400), back(0)))).toHaveLength(2);
    const every = Array.from({ length: 450 }, (_, index) => back(index));
    const shown = filled(weeks(...every));
    expect(shown).toHaveLength(400);
    expect(shown.at(-1)?.week).toBe(back(0));
  });

  test("leaves out years that cannot be shown", () => {
    expect(filled(weeks("0044-03-15 BC", "12026-11-16", "2026-11-16"))).toEqual(
      weeks("2026-11-16"),
    );
  });
});

test("a first week of which the period holds a part is not compared, where two are left", () => {
  const weeks = ["2026-11-02", "2026-11-09", "2026-11-16"].map((week) => ({ week }));
  expect(comparable(weeks, "2026-11-04")).toEqual(weeks.slice(1));
  expect(comparable(weeks, "2026-11-02")).toEqual(weeks);
  expect(comparable(weeks, null)).toEqual(weeks);
  expect(comparable(weeks.slice(0, 2), "2026-11-04")).toEqual(weeks.slice(0, 2));
  expect(comparable([], "2026-11-04")).toEqual([]);
});
