import { describe, expect, test } from "vitest";
import {
  anytimeHref,
  overviewHref,
  parseOverviewQuery,
  periodHref,
  scopeOf,
} from "./overview-query";

const now = Date.parse("2026-11-22T19:00:00Z");
const parsed = (params: Parameters<typeof parseOverviewQuery>[0]) => parseOverviewQuery(params);
const usual = { period: "30d", type: [], app: [], attention: false };

describe("the address", () => {
  test("asks for the last 30 days unless told", () => {
    expect(parsed({})).toEqual({ query: usual, notices: [] });
    expect(parsed({ period: "" })).toEqual({ query: usual, notices: [] });
  });

  test("names a period, types and applications", () => {
    const { query, notices } = parsed({
      period: "all",
      type: ["UI_COMPONENT", "API_ENDPOINT"],
      app: ["EHG", "a, b"],
      attention: "1",
    });
    expect(notices).toEqual([]);
    expect(query).toEqual({
      period: "all",
      type: ["UI_COMPONENT", "API_ENDPOINT"],
      app: ["EHG", "a, b"],
      attention: true,
    });
    expect(
      parsed(Object.fromEntries(new URL(overviewHref(query), "http://x").searchParams)).query,
    ).toMatchObject({ period: "all", attention: true });
  });

  test.each([
    [{ period: "5y" }, "a period that Exhibit does not know (5y)"],
    [{ type: "X" }, "a type that Exhibit does not know (X)"],
    [{ app: "x".repeat(201) }, "too long applications"],
  ])("says what it could not make of %j", (params, words) => {
    const { query, notices } = parsed(params);
    expect(query).toEqual(usual);
    expect(notices).toEqual([expect.stringContaining(words)]);
  });

  test("leaves out what is as usual", () => {
    expect(overviewHref({ ...parsed({}).query })).toBe("/");
    expect(overviewHref({ period: "7d", app: ["a b"] })).toBe("/?period=7d&app=a+b");
  });
});

describe("the scope", () => {
  test("begins so many days before today", () => {
    const from = (period: string) => scopeOf(parsed({ period }).query, now).from;
    expect(from("7d")).toBe("2026-11-15");
    expect(from("30d")).toBe("2026-10-23");
    expect(from("365d")).toBe("2025-11-22");
    expect(from("all")).toBeNull();
    expect(scopeOf(parsed({ period: "7d" }).query, Date.parse("2026-11-22T00:00:00Z")).from).toBe(
      "2026-11-15",
    );
  });

  test("is in the links to its sessions, which may narrow it", () => {
    const scope = scopeOf(parsed({ period: "7d", type: "UI_COMPONENT", app: "EHG" }).query, now);
    expect(periodHref(scope)).toBe("/sessions?type=UI_COMPONENT&app=EHG&from=2026-11-15");
    expect(periodHref(scope, { from: "2026-11-16", to: "2026-11-22" })).toBe(
      "/sessions?type=UI_COMPONENT&app=EHG&from=2026-11-16&to=2026-11-22",
    );
    expect(anytimeHref(scope, { waiting: true })).toBe(
      "/sessions?type=UI_COMPONENT&app=EHG&waiting=1",
    );
    expect(periodHref(scopeOf(parsed({ period: "all" }).query, now))).toBe("/sessions?view=all");
  });
});
