import { expect, test } from "vitest";
import { choices, editable, oneLine, TEXT_LIMIT } from "./form-values";

test("what is there already can be chosen as it stands, beside what is known", () => {
  const known = ["in_progress", "high"];
  const usual = [
    { value: "in_progress", label: "In progress" },
    { value: "high", label: "High" },
  ];
  expect(choices(known, "high")).toEqual(usual);
  expect(choices(known, "")).toEqual(usual);
  expect(choices(known, "very_HIGH")).toEqual([
    { value: "very_HIGH", label: "very_HIGH" },
    ...usual,
  ]);
});

test("a text that a form has no room for is none to be edited", () => {
  expect(editable(null)).toBe("");
  expect(editable("x".repeat(TEXT_LIMIT))).toHaveLength(TEXT_LIMIT);
  expect(editable("x".repeat(TEXT_LIMIT + 1))).toBeNull();
});

test("a field of one line shows all of a text that has more", () => {
  expect(oneLine(" one\r\ntwo\nthree ")).toBe("one two three");
  expect(oneLine(null)).toBe("");
});
