import { describe, expect, it } from "vitest";
import { duration, endedAt, isStale, typeWord } from "./session";

const now = Date.parse("2026-11-22T12:00:00Z");
const times = {
  status: "completed",
  startedAt: "2026-11-20T12:00:00.123456+00:00",
  completedAt: null as string | null,
  updatedAt: "2026-11-20T16:00:00.123456+00:00" as string | null,
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
  it("ends when it was completed, else when it was last written", () => {
    expect(endedAt(times)).toBe(times.updatedAt);
    expect(endedAt({ ...times, completedAt: "2026-11-20T14:00:00Z" })).toBe("2026-11-20T14:00:00Z");
    expect(endedAt({ ...times, status: "failed" })).toBe(times.updatedAt);
    // Untouched since the insert: it says nothing of the end.
    expect(endedAt({ ...times, updatedAt: times.startedAt })).toBeNull();
    expect(duration({ ...times, updatedAt: times.startedAt }, now)).toBeNull();
    expect(duration(times, now)).toBe(4 * 3_600_000);
  });

  it("counts to now while it goes on, whatever the columns say", () => {
    const going = { ...times, status: "active", completedAt: "2026-11-20T14:00:00Z" };
    expect(endedAt(going)).toBeNull();
    expect(duration(going, now)).toBe(2 * 86_400_000 - 123);
  });

  it("is unknown without a start, without an end, and when it would be negative", () => {
    expect(duration({ ...times, startedAt: null }, now)).toBeNull();
    expect(duration({ ...times, updatedAt: null }, now)).toBeNull();
    expect(duration({ ...times, completedAt: "2026-11-01T00:00:00Z" }, now)).toBeNull();
    expect(duration({ ...times, startedAt: "infinity" }, now)).toBeNull();
  });
});

it("shows a type that it does not know as it is", () => {
  expect(typeWord("UI_COMPONENT")).toBe("UI component");
  expect(typeWord("QUANTUM")).toBe("QUANTUM");
});
