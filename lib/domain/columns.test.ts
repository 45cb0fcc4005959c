import { expect, test } from "vitest";
import { columns, columnsOf, keptColumns } from "./columns";

test("whoever chose nothing sees the usual ones", () => {
  expect(columnsOf(undefined)).toEqual([
    ...["status", "type", "quality", "scores", "progress", "coverage", "gates", "evidence"],
    ...["started", "took"],
  ]);
});

test.each([[columns], [["took", "prd"] as const], [[]]])(
  "what was chosen is kept: %j",
  (chosen) => {
    expect(columnsOf(keptColumns(chosen)).toSorted()).toEqual([...chosen].sort());
  },
);

test.each([
  ["", []],
  ["constructor.__proto__.title", []],
  ["took.status.took.melted", ["status", "took"]],
  ["\u0000%00<b>.quality", ["quality"]],
])("of %j it takes what it knows, once and in order", (kept, expected) => {
  expect(columnsOf(kept)).toEqual(expected);
});
