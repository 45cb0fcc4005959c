import { describe, expect, test } from "vitest";
import { attemptAxis } from "./directive-axis";

const day = (number: number) => new Date(Date.UTC(2026, 10, number)).toISOString();
const now = Date.UTC(2026, 10, 21);
const attempt = (status: string, startedAt: string | null, endedAt: string | null = null) => ({
  status,
  startedAt,
  endedAt,
});

describe("the axis of attempts", () => {
  test("goes from the first start to the last end, or to now", () => {
    const { bars } = attemptAxis(
      [attempt("failed", day(1), day(6)), attempt("active", day(11))],
      [],
      now,
    );
    expect(bars.map((bar) => bar && [bar.left, bar.width])).toEqual([
      [0, 25],
      [50, 50],
    ]);
  });

  test("marks days within it", () => {
    const { marks } = attemptAxis([attempt("active", day(1))], [], now);
    expect(marks.length).toBeGreaterThan(2);
    for (const { left, label } of marks) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(100);
      expect(label).toMatch(/Nov/);
    }
  });

  test("puts events where they happened, near ones as one, none beyond the axis", () => {
    const events = [day(1), day(11), day(11), day(25), "2026-10-01T00:00:00Z", "infinity"];
    const { bars } = attemptAxis([attempt("active", day(1))], [events], now);
    expect(bars[0]?.ticks).toEqual([0, 50]);
  });

  test("draws no bar without a start, and a dot without a sound end", () => {
    const { bars } = attemptAxis(
      [
        attempt("failed", null, day(3)),
        attempt("failed", day(11), null),
        attempt("completed", day(6), day(2)),
        attempt("active", day(1)),
      ],
      [],
      now,
    );
    expect(bars[0]).toBeNull();
    expect(bars[1]).toMatchObject({ left: 50, width: 0, note: "Its end is not recorded." });
    expect(bars[2]).toMatchObject({ left: 25, width: 0, note: "Its end lies before its start." });
    expect(bars[3]).toMatchObject({ left: 0, width: 100, note: null });
  });

  test("has few marks however long it is", () => {
    const { marks } = attemptAxis([attempt("active", "0001-01-01T00:00:00Z")], [], now);
    expect(marks.length).toBeGreaterThan(2);
    expect(marks.length).toBeLessThan(12);
  });

  test("holds with nothing, with one moment, and with a start at no time", () => {
    expect(attemptAxis([], [], now)).toEqual({ marks: [], bars: [] });
    expect(attemptAxis([attempt("active", "-infinity")], [], now).bars).toEqual([null]);
    const { bars } = attemptAxis([attempt("failed", day(3), day(3))], [], now);
    expect(bars[0]).toMatchObject({ left: 50, width: 0 });
  });
});
