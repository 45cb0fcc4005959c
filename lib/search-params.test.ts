import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeCursor } from "./keyset";
import { parseSessionQuery, sessionsHref } from "./search-params";

const usual = { status: [], type: [], directive: "", sd: "", sort: "newest", after: null };

describe("what the address asks for", () => {
  it("is the newest of all when it asks for nothing", () => {
    expect(parseSessionQuery({})).toEqual({ query: usual, notices: [] });
    expect(parseSessionQuery({ status: "", directive: " ", sort: "" })).toEqual({
      query: usual,
      notices: [],
    });
  });

  it("takes several of a kind and the first where one is meant", () => {
    const { query, notices } = parseSessionQuery({
      status: ["failed", "active", "failed"],
      type: "UI_COMPONENT",
      directive: ["hooks", "other"],
      sort: ["quality-low", "oldest"],
    });
    expect(query).toEqual({
      ...usual,
      status: ["active", "failed"],
      type: ["UI_COMPONENT"],
      directive: "hooks",
      sort: "quality-low",
    });
    expect(notices).toEqual([]);
  });

  it("says what it left out", () => {
    const { query, notices } = parseSessionQuery({
      status: ["done", "failed"],
      sort: "foo",
      after: "x",
      directive: "é".repeat(101),
    });
    expect(query).toMatchObject({ status: ["failed"], sort: "newest", after: null });
    expect(query.directive).toHaveLength(100);
    expect(notices).toEqual([
      "The address asked for a sort that Exhibit does not know (foo); showing newest first.",
      "The address asked for a status that Exhibit does not know (done); it was left out.",
      "The directive asked for was longer than 100 characters and was cut.",
      "The place in the list that the address asked for is gone; showing its start.",
    ]);
  });

  it("knows no sort by the name of what every object has", () => {
    expect(parseSessionQuery({ sort: "constructor" }).query.sort).toBe("newest");
  });

  it("never fails", () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    const names = ["status", "type", "directive", "sd", "sort", "after"] as const;
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
    directive: "a & b",
    sort: "quality-low",
    after: encodeCursor(cursor),
  });
  expect(parseSessionQuery(paramsOf(href))).toEqual({
    query: { ...usual, status: ["paused"], directive: "a & b", sort: "quality-low", after: cursor },
    notices: [],
  });
  expect(sessionsHref({ sort: "newest" })).toBe("/sessions");
});
