import { expect, test } from "vitest";
import type { HistoryPoint, Measure } from "./history";
import { progressFinding, qualityFinding } from "./history-findings";

const points = (measure: Measure, ...values: (number | null)[]) =>
  values.map((value, index) => ({
    at: new Date(index * 1000).toISOString(),
    status: "active",
    values: { [measure]: value },
  })) as unknown as HistoryPoint[];

test.each([
  ["Quality was never scored", []],
  ["Quality was never scored", [null, null]],
  ["Quality was scored 80", [80]],
  ["Quality was scored 80", [null, 80, 80]],
  ["Quality rose from 62 to 91", [null, 62, 40, 91]],
  ["Quality fell from 91 to 0", [91, 0]],
  ["Quality is back at 80", [80, 70, 80]],
  ["Quality was 80 and is not scored any more", [80, null]],
])("%s", (words, values) => {
  expect(qualityFinding(points("quality", ...values))).toBe(words);
});

test.each([
  ["No progress was recorded", [null]],
  ["Progress stands at 0 %", [0]],
  ["Progress rose from 0 to 100 %", [0, 40, 100]],
  ["Progress fell once and stands at 60 %", [0, 80, 60]],
  ["Progress fell 2 times and stands at 100 %", [50, 40, 60, 50, 100]],
])("%s", (words, values) => {
  expect(progressFinding(points("progress", ...values))).toBe(words);
});
