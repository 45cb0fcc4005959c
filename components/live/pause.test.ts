import { expect, test } from "vitest";
import { pauseAfter } from "./pause";

test("asks every five seconds, and ever more seldom of a backend that is away", () => {
  const pauses = [0, 1, 2, 3, 4, 5, 100].map((failures) => pauseAfter(failures, 0.5) / 1000);
  expect(pauses).toEqual([5, 5, 10, 20, 40, 60, 60]);
});

test("drifts by a tenth, and still learns within ten seconds", () => {
  expect(pauseAfter(0, 0)).toBe(4500);
  expect(pauseAfter(0, 1)).toBe(5500);
});
