import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeCursor } from "./keyset";
import { parseSessionQuery, sessionsHref } from "./search-params";

const usual = {
  ...{ status: [], type: [], q: "", sd: "", app: [], band: [], from: "", to: "" },
  ...{
    stale: false,
    waiting: false,
    reason: [],
    agent: "",
    open: "",
    scored: "",
    orchestrator: [],
    verdict: [],
    evidence: "",
    quality: { from: null, to: null },
    coverage: { from: null, to: null },
    progress: { from: null, to: null },
    endedFrom: "",
    endedTo: "",
  },
  ...{ sort: "newest", view: "", after: null },
};

describe("what the address asks for", () => {
  it("is the newest of all when it asks for nothing", () => {
    expect(parseSessionQuery({})).toEqual({ query: usual, notices: [] });
    expect(parseSessionQuery({ status: "", q: " ", sort: "" })).toEqual({
      query: usual,
      notices: [],
    });
  });

  it("takes several of a kind and the first where one is meant", () => {
    const { query, notices } = parseSessionQuery({
      status: ["failed", "active", "failed"],
      type: "UI_COMPONENT",
      q: ["hooks", "other"],
      sort: ["quality-low", "oldest"],
    });
    expect(query).toEqual({
      ...usual,
      status: ["active", "failed"],
      type: ["UI_COMPONENT"],
      q: "hooks",
      sort: "quality-low",
    });
    expect(notices).toEqual([]);
  });

  it("says what it left out", () => {
    const { query, notices } = parseSessionQuery({
      status: ["done", "failed"],
      sort: "foo",
      after: "x",
      q: "é".repeat(101),
    });
    expect(query).toMatchObject({ status: ["failed"], sort: "newest", view: "", after: null });
    expect(query.q).toHaveLength(100);
    expect(notices).toEqual([
      "The address asked for a sort that Exhibit does not know (foo); showing newest first.",
      "The address asked for a status that Exhibit does not know (done); it was left out.",
      "The search asked for was longer than 100 characters and was cut.",
      "The place in the list that the address asked for is gone; showing its start.",
    ]);
  });

  it("takes every filter", () => {
    const { query, notices } = parseSessionQuery({
      app: ["EHG", 'a "b", (c)', "EHG"],
      band: ["unscored", "high"],
      from: "2026-11-16",
      to: "9999-12-31",
      stale: "1",
      waiting: "1",
      reason: ["unbacked", "unscored"],
      orchestrator: "EXEC_v1",
      verdict: ["none", "approve"],
      evidence: "demos",
      "quality-from": "60",
      "quality-to": "80",
      "coverage-to": "0",
      "progress-from": "100",
      agent: "TESTING:FAIL",
      open: "SECURITY",
      scored: "security",
      "ended-from": "0001-01-01",
      "ended-to": "2024-02-29",
    });
    expect(query).toEqual({
      ...usual,
      app: ["EHG", 'a "b", (c)'],
      band: ["high", "unscored"],
      from: "2026-11-16",
      to: "9999-12-31",
      stale: true,
      waiting: true,
      reason: ["unbacked", "unscored"],
      orchestrator: ["EXEC_v1"],
      verdict: ["approve", "none"],
      evidence: "demos",
      quality: { from: 60, to: 80 },
      coverage: { from: null, to: 0 },
      progress: { from: 100, to: null },
      agent: "TESTING:FAIL",
      open: "SECURITY",
      scored: "security",
      endedFrom: "0001-01-01",
      endedTo: "2024-02-29",
    });
    expect(notices).toEqual([]);
    expect(parseSessionQuery(paramsOf(sessionsHref({ ...query, after: undefined }))).query).toEqual(
      query,
    );
  });

  it.each([
    [{ "quality-from": "101" }, "The quality asked for (101) is no whole number"],
    [{ "coverage-to": "-1" }, "The coverage asked for (-1) is no whole number"],
    [{ "progress-from": "1e1" }, "The progress asked for (1e1) is no whole number"],
    [{ "quality-from": "80", "quality-to": "60" }, "The quality asked for begins above its end"],
  ])("leaves out the range %o", (params, words) => {
    const { query, notices } = parseSessionQuery(params);
    expect(query).toEqual(usual);
    expect(notices).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    ["from", "2026-02-29"],
    ["to", "0000-01-01"],
    ["ended-from", "10000-01-01"],
    ["ended-to", "16.11.2026"],
    ["from", "2026-11-16T00:00:00Z"],
  ])("says that %s=%s is no day", (name, value) => {
    const { query, notices } = parseSessionQuery({ [name]: value });
    expect(query).toEqual(usual);
    expect(notices).toEqual([
      `The address asked for a day that there is not (${value}); it was left out.`,
    ]);
  });

  it.each([
    ["band", "great", "a band"],
    ["stale", "yes", "a value of stale"],
    ["reason", "constructor", "a reason"],
    ["agent", "TESTING:MELTED", "a sub-agent result"],
    ["agent", "TESTING", "a sub-agent result"],
    ["open", "testing", "a checkpoint type"],
  ])("says that it does not know %s=%s", (name, value, words) => {
    const { query, notices } = parseSessionQuery({ [name]: value });
    expect(query).toEqual(usual);
    expect(notices).toEqual([
      `The address asked for ${words} that Exhibit does not know (${value}); it was left out.`,
    ]);
  });

  it("takes no more applications than a person would choose", () => {
    const { query, notices } = parseSessionQuery({
      app: ["x".repeat(101), ...Array.from({ length: 30 }, (_, i) => `app ${i}`)],
    });
    expect(query.app).toHaveLength(20);
    expect(notices).toEqual([
      "The address asked for too many or too long applications; some were left out.",
    ]);
  });

  it("knows no sort by the name of what every object has", () => {
    expect(parseSessionQuery({ sort: "constructor" }).query.sort).toBe("newest");
  });

  it("never fails", () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    const names = [
      ...[
        "status",
        "type",
        "directive",
        "sd",
        "sort",
        "after",
        "app",
        "band",
        "from",
        "to",
        "stale",
      ],
      ...["waiting", "reason", "agent", "open", "ended-from", "ended-to"],
    ];
    fc.assert(
      fc.property(fc.record(Object.fromEntries(names.map((name) => [name, value]))), (params) => {
        const { query } = parseSessionQuery(params);
        expect(parseSessionQuery(paramsOf(sessionsHref({ ...query, after: undefined })))).toEqual({
          query: { ...query, after: null },
          notices: [],
        });
      }),
    );
  });
});

function paramsOf(href: string) {
  const params = new URL(href, "https://exhibit.example").searchParams;
  return Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)]));
}

it("writes addresses that it reads back", () => {
  const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
  const cursor = { sort: "quality-low", value: 70, id };
  const href = sessionsHref({
    status: ["paused"],
    q: "one & b",
    sort: "quality-low",
    after: encodeCursor(cursor),
  });
  expect(parseSessionQuery(paramsOf(href))).toEqual({
    query: { ...usual, status: ["paused"], q: "one & b", sort: "quality-low", after: cursor },
    notices: [],
  });
});

it("says that it asks for nothing, since a bare address opens the default view", () => {
  expect(sessionsHref({ sort: "newest" })).toBe("/sessions?view=all");
  expect(parseSessionQuery({ view: "all" })).toEqual({ query: usual, notices: [] });
});

it("keeps which view was opened, and nothing that is no view's id", () => {
  const view = "0f8fad5b-d9cb-469f-a165-70867728950e";
  const { query } = parseSessionQuery({ view, status: "failed" });
  expect(query.view).toBe(view);
  expect(sessionsHref({ ...query, after: undefined })).toBe(`/sessions?status=failed&view=${view}`);
  for (const other of ["mine", "' or true", `${view}x`, ["", "x"]]) {
    expect(parseSessionQuery({ view: other })).toEqual({ query: usual, notices: [] });
  }
});

it.each(["ab", "a b", " % ", "é"])("says that %j is too short to be searched for", (q) => {
  const { query, notices } = parseSessionQuery({ q });
  expect(query).toEqual(usual);
  expect(notices).toEqual([
    `Search takes three characters or more (${q.trim()}); it was left out.`,
  ]);
});

it("searches for ten words, and by the name that the filter had before", () => {
  const words = "one two six four five ten nine tree leaf root";
  const { query, notices } = parseSessionQuery({ q: `${words} more` });
  expect(query.q).toBe(words);
  expect(notices).toEqual(["Search takes 10 words at most; the others were left out."]);
  expect(parseSessionQuery({ q: "a b c d e f g h i j long" }).query.q).toBe("");
  expect(parseSessionQuery({ directive: "SD-UI-014" }).query.q).toBe("SD-UI-014");
});

it("takes a name that is as long as cards keep them", () => {
  const orchestrator = "x".repeat(200);
  expect(parseSessionQuery({ orchestrator }).query.orchestrator).toEqual([orchestrator]);
});

it.each(["abc", "a bcd", "日本語", "🧪🧪🧪"])("searches for %j", (q) => {
  expect(parseSessionQuery({ q })).toEqual({ query: { ...usual, q }, notices: [] });
});

it.each([
  ["from", "to"],
  ["ended-from", "ended-to"],
])("leaves out days that begin after their end: %s, %s", (from, to) => {
  const { query, notices } = parseSessionQuery({ [from]: "2026-11-02", [to]: "2026-11-01" });
  expect(query).toEqual(usual);
  expect(notices).toEqual([
    "The days asked for begin after their end (2026-11-02, 2026-11-01); they were left out.",
  ]);
});
