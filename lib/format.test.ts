import { expect, it } from "vitest";
import {
  count,
  cutText,
  formatAgo,
  formatDay,
  formatDuration,
  formatEffort,
  formatMoment,
  humanize,
} from "./format";

it("says a day, and its year when it is another one", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  expect(formatDay("2026-11-12T23:59:00+00:00", now)).toBe("12 Nov");
  expect(formatDay("2025-11-12T23:59:00+00:00", now)).toBe("12 Nov 2025");
});

it("says the zone", () => {
  expect(formatMoment("2026-11-12T23:59:00.123456+02:00")).toBe("12 Nov 2026, 21:59 UTC");
});

it("shows what is no date as it came", () => {
  expect(formatDay("infinity")).toBe("infinity");
  expect(formatMoment("soon")).toBe("soon");
});

it.each([
  [59_000, "< 1 min"],
  [35 * 60_000, "35 min"],
  [4.5 * 3_600_000, "4 h"],
  [47 * 3_600_000, "47 h"],
  [9 * 86_400_000, "9 d"],
])("%i ms is %s", (milliseconds, words) => {
  expect(formatDuration(milliseconds)).toBe(words);
});

it("says how long ago something was", () => {
  expect([-40, 12_900, 61_000].map(formatAgo)).toEqual(["0 s ago", "12 s ago", "1 min ago"]);
});

it("counts and names", () => {
  expect(count(1, "gate")).toBe("1 gate");
  expect(count(1200, "gate")).toBe("1,200 gates");
  expect(humanize("CODE_QUALITY")).toBe("Code quality");
  expect(humanize("sd_validated")).toBe("SD validated");
  expect(humanize("uxAudit")).toBe("UX audit");
});

it("says what a machine took", () => {
  expect([840, 22_828, 90_000].map(formatEffort)).toEqual(["840 ms", "22.8 s", "1 min"]);
});

it("cuts a long text and says so", () => {
  expect(cutText("short")).toEqual({ head: "short", more: null });
  expect(cutText(`ab🙂c`, 3)).toEqual({ head: "ab", more: "… 3 more characters" });
});
