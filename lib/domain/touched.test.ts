import { expect, test } from "vitest";
import { marksOf, touchedOf } from "./touched";

const shown = { title: " A title\r\nof two lines ", progress: 40, phase: null, scope: "" };

test("what comes back as a browser sends it is not touched", () => {
  const values = { title: "A title\nof two lines", progress: 40, phase: null, scope: "" };
  const { touched, untouched } = touchedOf(values, marksOf(shown));
  expect(touched).toEqual([]);
  expect(untouched).toEqual(Object.keys(values));
});

test("what differs is, and what was not shown", () => {
  const values = { title: "Another", progress: 0, phase: "EXEC", scope: "All", status: "draft" };
  expect(touchedOf(values, marksOf(shown)).touched).toEqual([
    "title",
    "progress",
    "phase",
    "scope",
    "status",
  ]);
});

test.each([undefined, "", "{", "null", "[]", '{"title":7}', '{"__proto__":"x"}'])(
  "with marks like %j everything is",
  (marks) => {
    expect(touchedOf({ title: "A", phase: null }, marks).touched).toEqual(["title", "phase"]);
  },
);

test("what the form has no field for is neither", () => {
  expect(touchedOf({ title: undefined }, marksOf(shown))).toEqual({ touched: [], untouched: [] });
});
