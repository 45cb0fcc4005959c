import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Attempts } from "./attempts.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const begin = (attempts: Attempts, key: string, times: number) => {
  for (let count = 0; count < times; count++) attempts.begin(key);
};

describe("attempts", () => {
  test("are allowed up to the limit", () => {
    const attempts = new Attempts({ limit: 3, windowMs: 60_000 });
    expect(attempts.wait("a")).toBe(0);
    begin(attempts, "a", 2);
    expect(attempts.wait("a")).toBe(0);
    attempts.begin("a");
    expect(attempts.wait("a")).toBe(60);
  });

  test("are counted for each key", () => {
    const attempts = new Attempts({ limit: 1 });
    attempts.begin("a");
    expect(attempts.wait("a")).toBeGreaterThan(0);
    expect(attempts.wait("b")).toBe(0);
  });

  test("are allowed again when the window has passed, and counted from the start", () => {
    const attempts = new Attempts({ limit: 2, windowMs: 60_000 });
    begin(attempts, "a", 2);
    vi.advanceTimersByTime(59_001);
    expect(attempts.wait("a")).toBe(1);
    vi.advanceTimersByTime(999);
    expect(attempts.wait("a")).toBe(0);
    attempts.begin("a");
    expect(attempts.wait("a")).toBe(0);
    attempts.begin("a");
    expect(attempts.wait("a")).toBe(60);
  });

  test("do not prolong the window by going on", () => {
    const attempts = new Attempts({ limit: 2, windowMs: 60_000 });
    begin(attempts, "a", 2);
    vi.advanceTimersByTime(50_000);
    begin(attempts, "a", 10);
    expect(attempts.wait("a")).toBe(10);
  });

  test("are forgotten after a success", () => {
    const attempts = new Attempts({ limit: 2 });
    begin(attempts, "a", 2);
    attempts.succeed("a");
    expect(attempts.wait("a")).toBe(0);
    attempts.begin("a");
    expect(attempts.wait("a")).toBe(0);
  });

  test("of more keys than are kept push out the oldest alone", () => {
    const attempts = new Attempts({ limit: 1, keys: 3 });
    for (const key of ["a", "b", "c", "d"]) attempts.begin(key);
    expect(["a", "b", "c", "d"].map((key) => attempts.wait(key) > 0)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});
