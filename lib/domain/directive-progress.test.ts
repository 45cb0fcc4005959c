import { describe, expect, test } from "vitest";
import { attemptWith } from "./attempt.fixture";
import type { Attempt } from "./attempts";
import { progressSpec, progressTitle, toLives } from "./directive-progress";
import type { HistoryStep } from "./history";

const day = (number: number) => `2026-11-${String(number).padStart(2, "0")}T12:00:00.000Z`;
const now = Date.parse(day(20));
const attempt = (id: string, rest: Partial<Attempt>) =>
  attemptWith({ id, status: "active", ...rest });
const step = (number: number, progress: number | null): HistoryStep => ({
  at: day(number),
  changes: { implementation_progress: progress },
});

const failed = attempt("a", { status: "failed", progress: 60, endedAt: day(6) });
const active = attempt("b", { progress: 90 });
const lives = toLives(
  [failed, active],
  new Map([
    ["a", [step(1, 0), step(3, 80), step(4, 60)]],
    ["b", [step(5, 10), step(8, 90)]],
  ]),
  now,
);

describe("a line for each attempt", () => {
  const spec = progressSpec(lives, now);
  const line = (key: string) => spec.points.map(({ values }) => values[key]);

  test("holds its value until the next step, its end, or now", () => {
    expect(spec.points.map(({ at }) => at)).toEqual([1, 3, 4, 5, 6, 8, 20].map(day));
    expect(line("a")).toEqual([0, 80, 60, 60, 60, null, null]);
    expect(line("b")).toEqual([null, null, null, 10, 10, 90, 90]);
    expect(spec.series.map(({ label }) => label)).toEqual([
      "Attempt 1, failed",
      "Attempt 2, active",
    ]);
    expect(new Set(spec.series.map(({ color }) => color)).size).toBe(2);
  });

  test("has 400 points at most, its first and its last among them", () => {
    const many = Array.from(
      { length: 1000 },
      (_, index): HistoryStep => ({
        at: new Date(Date.parse(day(1)) + index * 60_000).toISOString(),
        changes: { implementation_progress: index % 100 },
      }),
    );
    const long = toLives([attempt("a", { progress: 99 })], new Map([["a", many]]), now);
    const { points } = progressSpec(long, now);
    expect(points).toHaveLength(400);
    expect(points[0]?.at).toBe(day(1));
    expect(points.at(-1)).toMatchObject({ at: day(20), values: { a: 99 } });
  });

  test("has nothing to draw without progress, and holds with times that are none", () => {
    expect(progressSpec([], now).points).toEqual([]);
    expect(progressSpec(toLives([attempt("a", {})], new Map(), now), now).points).toEqual([]);
    const odd = attempt("a", { status: "failed", progress: 5, endedAt: "-infinity" });
    expect(progressSpec(toLives([odd], new Map(), now), now).points).toHaveLength(1);
  });
});

describe("in words", () => {
  test("where the newest stands, and what is last to be said of it", () => {
    expect(progressTitle(lives)).toBe("Attempt 2 at 90 % for 12 days, since 8 November");
    expect(progressTitle(lives.slice(0, 1))).toBe(
      "Attempt 1 ended at 60 %; fell from 80 to 60 on 4 November",
    );
    expect(progressTitle([])).toBe("No progress was recorded");
  });

  test("an attempt of which no step was seen is told from one that stood still", () => {
    const [life] = toLives([failed], new Map(), now);
    expect(life?.witnessed).toBe(false);
    expect(life?.remarks).toEqual([]);
    expect(lives.map(({ witnessed }) => witnessed)).toEqual([true, true]);
  });
});
