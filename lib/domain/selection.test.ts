import { expect, test } from "vitest";
import { assignedWords, between, chosenWords } from "./selection";

test.each([
  ["b", "d", ["b", "c", "d"]],
  ["d", "b", ["b", "c", "d"]],
  ["b", "b", ["b"]],
  ["", "c", ["c"]],
  ["gone", "c", ["c"]],
])("from %s to %s", (from, to, expected) => {
  expect(between(["a", "b", "c", "d"], from, to)).toEqual(expected);
});

test.each([
  [[], ["a"], ""],
  [["a"], ["a", "b"], "1 chosen"],
  [["a", "x", "b"], ["a", "b"], "3 chosen, 1 on other pages"],
])("of %o on a page of %o", (chosen, page, words) => {
  expect(chosenWords(chosen, page)).toBe(words);
});

test.each([
  [["assigned"], false, "1 review is assigned."],
  [["assigned", "assigned"], true, "2 reviews are yours for 30 minutes."],
  [
    ["assigned", "taken", "gone", "not_waiting", "taken"],
    false,
    "1 review is assigned. Left as they are: 2 in somebody else’s hands, 1 not waiting for review, 1 deleted meanwhile.",
  ],
  [["had"], true, "None was assigned. Left as they are: 1 yours already."],
])("%o", (outcomes, toOneself, words) => {
  expect(assignedWords(outcomes, toOneself)).toBe(words);
});
