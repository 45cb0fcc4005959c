import { expect, it } from "vitest";
import { parseSessionQuery } from "./search-params";
import { chipsOf } from "./session-chips";

const wordsOf = (params: Record<string, string>) =>
  chipsOf(parseSessionQuery(params).query).map(({ words }) => words.replace(/\s/g, " "));

it.each([
  [{ from: "2026-11-16", to: "2026-11-22" }, "started 16 – 22 Nov 2026"],
  [{ from: "2026-11-16", to: "2026-11-16" }, "started 16 Nov 2026"],
  [{ from: "2026-11-16" }, "started from 16 Nov 2026"],
  [{ "ended-to": "9999-12-31" }, "ended until 31 Dec 9999"],
  [{ stale: "1" }, "stale"],
  [{ waiting: "1" }, "waiting for review"],
  [{ reason: "unfinished" }, "completed under 100 %"],
  [{ agent: "TESTING:FAIL" }, "Testing failed"],
  [{ agent: "OTHER:REVIEW_REQUIRED" }, "Other to review"],
  [{ open: "SECURITY" }, "required checkpoint open: Security"],
  [{ scored: "uxAccessibility" }, "scored: UX/Accessibility"],
  [{ sd: "SD-UI-014" }, "only SD-UI-014"],
  [{ q: "hooks" }, "contains hooks"],
  [{ status: "failed" }, "failed"],
  [{ type: "UI_COMPONENT" }, "UI component"],
  [{ app: "EHG" }, "application: EHG"],
  [{ band: "unscored" }, "quality: not scored"],
  [{ orchestrator: "EXEC" }, "orchestrator: EXEC"],
  [{ verdict: "request_changes" }, "changes requested"],
  [{ evidence: "pictures" }, "with screenshots"],
  [{ "quality-from": "60", "quality-to": "80" }, "quality 60 – 80"],
  [{ "progress-from": "50" }, "progress from 50"],
  [{ "coverage-to": "0" }, "coverage up to 0"],
])("says %o in words", (params, words) => {
  expect(wordsOf(params as Record<string, string>)).toEqual([words]);
});

it("has one for each value, which takes away no more than itself", () => {
  const { query } = parseSessionQuery({
    status: ["failed", "active"],
    reason: ["unbacked", "unscored"],
    "quality-from": "20",
    band: "high",
    from: "2026-11-16",
    to: "2026-11-22",
    stale: "1",
  });
  const chips = chipsOf(query);
  expect(chips).toHaveLength(8);
  for (const { words, without } of chips) {
    expect(chipsOf({ ...query, ...without }).map((chip) => chip.words)).toEqual(
      chips.map((chip) => chip.words).filter((other) => other !== words),
    );
  }
});
