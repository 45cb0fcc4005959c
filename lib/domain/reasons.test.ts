import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { concerns, reasonCodes, reasonWords } from "./reasons";

const now = Date.parse("2026-11-22T12:00:00Z");
const facts = {
  status: "completed",
  quality_score: 62,
  implementation_progress: 80,
  open_required: ["TESTING", "TESTING"],
  agent_results: ["SECURITY:PASS", "TESTING:FAIL"],
};

it("knows every code that the database gives, in its order", () => {
  const source = readFileSync("supabase/migrations/20261122100200_cards.sql", "utf8");
  const [list = ""] = /array_remove\(array\[.*?\], null\) as reasons/s.exec(source) ?? [];
  expect([...list.matchAll(/then '(\w+)' end/g)].map(([, code]) => code)).toEqual(reasonCodes);
});

it.each([
  ["low_quality", {}, "completed with a quality of 62"],
  ["agent_failed_high", { quality_score: 91 }, "a sub-agent failed beside a score of 91"],
  ["unbacked", { quality_score: 91 }, "91 with nothing behind it"],
  ["required_open", {}, "2 required checkpoints open"],
  ["required_open", { open_required: ["TESTING"] }, "1 required checkpoint open"],
  ["agent_failed", { agent_results: ["A:FAIL", "A:FAIL"] }, "2 sub-agent results failed"],
  ["unfinished", {}, "completed at 80 %"],
  ["end_recorded", { status: "paused" }, "paused, though an end is recorded"],
  ["gate_missing", {}, "a gate without a checkpoint"],
  ["melted_core", {}, "melted core"],
  ["constructor", {}, "constructor"],
])("says %s with its figures", (code, more, words) => {
  expect(reasonWords(code, { ...facts, ...more })).toBe(words);
});

it("says what a code means of any session", () => {
  expect(reasonWords("agent_failed_high")).toBe("a sub-agent failed beside a high score");
  expect(new Set(reasonCodes.map((code) => reasonWords(code))).size).toBe(reasonCodes.length);
});

it("puts what follows from the clock last", () => {
  const card = { ...facts, status: "active", started_at: "2026-11-13T10:00:00+00:00" };
  expect(concerns({ ...card, reasons: ["agent_failed", "gate_missing"] }, now)).toEqual([
    "a sub-agent failed",
    "a gate without a checkpoint",
    "stale: active for 9 d",
  ]);
  expect(concerns({ ...card, status: "completed", reasons: [] }, now)).toEqual([]);
  expect(concerns({ ...card, started_at: null, reasons: [] }, now)).toEqual([]);
});
