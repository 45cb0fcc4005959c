import { describe, expect, it } from "vitest";
import { duration, isStale, typeWord } from "./session";

const now = Date.parse("2026-11-22T12:00:00Z");
const times = {
  status: "completed",
  startedAt: "2026-11-20T12:00:00.123456+00:00",
  endedAt: "2026-11-20T16:00:00.123456+00:00" as string | null,
};

describe("stale", () => {
  it("is an active session that began more than seven days ago", () => {
    expect(isStale("active", "2026-11-15T11:59:59Z", now)).toBe(true);
    expect(isStale("active", "2026-11-15T12:00:00Z", now)).toBe(false);
    expect(isStale("paused", "2026-10-01T12:00:00Z", now)).toBe(false);
    expect(isStale("active", null, now)).toBe(false);
  });
});

describe("how long it took", () => {
  it("is the time from start to end", () => {
    expect(duration(times, now)).toBe(4 * 3_600_000);
    expect(duration({ ...times, status: "failed" }, now)).toBe(4 * 3_600_000);
  });

  it("counts to now while it goes on, whatever the columns say", () => {
    expect(duration({ ...times, status: "active" }, now)).toBe(2 * 86_400_000 - 123);
    expect(duration({ ...times, status: "paused", endedAt: null }, now)).toBe(2 * 86_400_000 - 123);
  });

  it("is unknown without a start, without an end, and when it would be negative", () => {
    expect(duration({ ...times, startedAt: null }, now)).toBeNull();
    expect(duration({ ...times, endedAt: null }, now)).toBeNull();
    expect(duration({ ...times, endedAt: "2026-11-01T00:00:00Z" }, now)).toBeNull();
    expect(duration({ ...times, startedAt: "infinity" }, now)).toBeNull();
  });
});

it("shows a type that it does not know as it is", () => {
  expect(typeWord("UI_COMPONENT")).toBe("UI component");
  expect(typeWord("QUANTUM")).toBe("QUANTUM");
});
