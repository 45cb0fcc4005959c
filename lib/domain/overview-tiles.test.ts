import { expect, test } from "vitest";
import { completedWords, medianWords } from "./overview-tiles";

test.each([
  [6, 2, "4 more than last week by this time"],
  [2, 6, "4 fewer than last week by this time"],
  [0, 0, "as many as last week by this time"],
])("%i against %i completed: %s", (now, then, words) => {
  expect(completedWords(now, then)).toBe(words);
});

test.each([
  [86, 84, "30d", "up 2 from 84 in the 30 days before"],
  [84, 86.5, "7d", "down 2.5 from 86.5 in the 7 days before"],
  [80, 80, "90d", "as in the 90 days before"],
  [0, null, "30d", "nothing was scored in the 30 days before"],
  [5, 0, "30d", "up 5 from 0 in the 30 days before"],
  [null, 80, "30d", "nothing was scored"],
  [null, null, "all", "nothing was scored"],
  [80, null, "all", "of all scored sessions"],
] as const)("a median of %s after %s over %s: %s", (median, before, period, words) => {
  expect(medianWords(median, before, period)).toBe(words);
});
