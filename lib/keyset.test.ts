import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterCursor,
  type Cursor,
  containing,
  cutPage,
  decodeCursor,
  encodeCursor,
  inOrder,
  quote,
  type Sort,
} from "./keyset";

const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
const at = "2026-11-12T13:31:04.123456+00:00";
const raw = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("cursors", () => {
  it("come back as they went, to the microsecond", () => {
    const cursor = { sort: "newest", value: at, id };
    expect(decodeCursor(encodeCursor(cursor), "newest", "time", "uuid")).toEqual(cursor);
    const unscored = { sort: "quality-high", value: -1, id };
    expect(decodeCursor(encodeCursor(unscored), "quality-high", "number", "uuid")).toEqual(
      unscored,
    );
    const named = { sort: "title", value: 'Ä "title", (one)', id: "SD-UI-014" };
    expect(decodeCursor(encodeCursor(named), "title", "text", "text")).toEqual(named);
  });

  it.each([
    ["another sort", raw(["oldest", at, id])],
    ["a number for a time", raw(["newest", 7, id])],
    ["no date", raw(["newest", "2026-02-31T00:00:00+00:00", id])],
    ["a zone that no database takes", raw(["newest", "2026-01-01T00:00:00+23:00", id])],
    ["a condition", raw(["newest", `x",id.gt.0`, id])],
    ["no uuid", raw(["newest", at, "1"])],
    ["no value", raw(["newest", null, id])],
    ["more than a cursor", raw(["newest", at, id, 1])],
    ["no list", raw({ sort: "newest" })],
    ["no JSON", "%%%"],
    ["too long", "a".repeat(10_000)],
    ["nothing", ""],
  ])("are refused: %s", (_, text) => {
    expect(decodeCursor(text, "newest", "time", "uuid")).toBeNull();
  });

  it.each([
    ["a number that no column holds", "number", raw(["x", 2 ** 31, "a"])],
    ["a sign that no database takes", "text", raw(["x", "a\0", "a"])],
    ["half a sign", "text", raw(["x", "a", "\ud800"])],
  ] as const)("are refused: %s", (_, kind, text) => {
    expect(decodeCursor(text, "x", kind, "text")).toBeNull();
  });

  it("are refused without a word whatever they are", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue().map(raw)), (text) => {
        expect(decodeCursor(text, "progress-low", "number", "text")).toBeNull();
      }),
    );
  });
});

it("asks for what comes after, and the id decides between equals", () => {
  const after = (value: string | number) => ({ sort: "any", value, id });
  expect(afterCursor("quality_high_key", false, "session_id", after(85))).toBe(
    `quality_high_key.lt."85",and(quality_high_key.eq."85",session_id.lt."${id}")`,
  );
  expect(afterCursor("started_key", true, "session_id", after(at))).toBe(
    `started_key.gt."${at}",and(started_key.eq."${at}",session_id.gt."${id}")`,
  );
});

it("quotes what would end a value", () => {
  expect(quote('a"b\\c,(d)')).toBe('"a\\"b\\\\c,(d)"');
});

describe("a page", () => {
  const sort: Sort = { column: "key", ascending: true, kind: "number", words: "lowest first" };
  const byId = { column: "id", kind: "uuid" } as const;
  const rows = [1, 2, 2].map((key, i) => ({ key, id: id.replace(/.$/, String(i)) }));

  it("is as long as it may be, and leads to the next where there are more", () => {
    expect(cutPage(rows, 3, "low", sort, byId)).toEqual({ rows, next: null });
    const { rows: shown, next } = cutPage(rows, 2, "low", sort, byId);
    expect(shown).toEqual(rows.slice(0, 2));
    expect(decodeCursor(next ?? "", "low", "number", "uuid")).toEqual({
      sort: "low",
      value: 2,
      id: rows[1]?.id,
    });
  });

  it("is a range of the index beside its condition, in the order of the cursor", () => {
    const asked: unknown[] = [];
    const note =
      (name: string) =>
      (...all: unknown[]) => {
        asked.push([name, ...all]);
        return query;
      };
    const query = { filter: note("filter"), or: note("or"), order: note("order") };
    const after: Cursor = { sort: "low", value: 2, id };
    inOrder(query, sort, byId, after);
    expect(asked).toEqual([
      ["filter", "key", "gte", 2],
      ["or", afterCursor("key", true, "id", after)],
      ["order", "key", { ascending: true }],
      ["order", "id", { ascending: true }],
    ]);
    asked.length = 0;
    inOrder(query, { ...sort, ascending: false }, byId, null);
    expect(asked).toEqual([
      ["order", "key", { ascending: false }],
      ["order", "id", { ascending: false }],
    ]);
  });
});

it("takes the signs of patterns as text, and those of conditions as any sign", () => {
  expect(containing("50%_a\\b*")).toBe("%50\\%\\_a\\\\b_%");
  expect(containing('a"b,(d)')).toBe("%a_b__d_%");
});
