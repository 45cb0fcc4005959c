import { describe, expect, test } from "vitest";
import type { Pair, PairState } from "./evidence.ts";
import { itemsInWindow, orderPairs } from "./strip.ts";

const pair = (state: PairState) => ({ state }) as Pair;

describe("the order of the strip", () => {
  test("added and removed, most changed, not compared; unchanged apart", () => {
    const pairs = ["changed", "unknown", "unchanged", "added", "changed", "removed", "unknown"].map(
      (state) => pair(state as PairState),
    );
    const shares = new Map([
      [0, 0.01],
      [4, 0.4],
      [6, 0],
    ]);
    expect(orderPairs(pairs, shares)).toEqual({ shown: [3, 5, 4, 0, 1], unchanged: [2, 6] });
  });

  test("before anything is known, as it was written", () => {
    expect(
      orderPairs(
        ["unknown", "changed"].map((each) => pair(each as PairState)),
        new Map(),
      ),
    ).toEqual({ shown: [0, 1], unchanged: [] });
  });
});

describe("what stands in the window", () => {
  test("as few of 1,400 as of 20", () => {
    const { first, last } = itemsInWindow(1400, 100, 50_000, 1000);
    expect(last - first).toBeLessThan(25);
    expect(first).toBeLessThanOrEqual(500);
    expect(last).toBeGreaterThanOrEqual(510);
  });

  test("the ends, and nothing", () => {
    expect(itemsInWindow(20, 100, 0, 500).first).toBe(0);
    expect(itemsInWindow(20, 100, 1500, 500).last).toBe(19);
    expect(itemsInWindow(0, 100, 0, 500)).toEqual({ first: 0, last: -1 });
  });
});
