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
])("says %o in words", (params, words) => {
  expect(wordsOf(params as Record<string, string>)).toEqual([words]);
});

it("has none for what has a control, and each takes away no more than itself", () => {
  const { query } = parseSessionQuery({
    status: "failed",
    app: "EHG",
    band: "high",
    from: "2026-11-16",
    to: "2026-11-22",
    stale: "1",
  });
  const chips = chipsOf(query);
  expect(chips).toHaveLength(2);
  for (const { words, without } of chips) {
    expect(chipsOf({ ...query, ...without }).map((chip) => chip.words)).toEqual(
      chips.map((chip) => chip.words).filter((other) => other !== words),
    );
  }
});
