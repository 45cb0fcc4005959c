import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterCursor, containing, decodeCursor, encodeCursor } from "./keyset";

const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
const at = "2026-11-12T13:31:04.123456+00:00";
const raw = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("cursors", () => {
  it("come back as they went, to the microsecond", () => {
    const cursor = { sort: "newest", value: at, id };
    expect(decodeCursor(encodeCursor(cursor), "newest", "time")).toEqual(cursor);
    const last = { sort: "quality-high", value: null, id };
    expect(decodeCursor(encodeCursor(last), "quality-high", "number")).toEqual(last);
  });

  it.each([
    ["another sort", raw(["oldest", at, id])],
    ["a number for a time", raw(["newest", 7, id])],
    ["no date", raw(["newest", "2026-02-31T00:00:00+00:00", id])],
    ["a zone that no database takes", raw(["newest", "2026-01-01T00:00:00+23:00", id])],
    ["a condition", raw(["newest", `x",id.gt.0`, id])],
    ["no uuid", raw(["newest", at, "1"])],
    ["more than a cursor", raw(["newest", at, id, 1])],
    ["no list", raw({ sort: "newest" })],
    ["no JSON", "%%%"],
    ["too long", "a".repeat(10_000)],
    ["nothing", ""],
  ])("are refused: %s", (_, text) => {
    expect(decodeCursor(text, "newest", "time")).toBeNull();
  });

  it("are refused without a word whatever they are", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue().map(raw)), (text) => {
        expect(decodeCursor(text, "progress-low", "number")).toBeNull();
      }),
    );
  });
});

it("asks for what comes after, and the id decides between equals", () => {
  expect(afterCursor("quality_score", false, 85, id)).toBe(
    `quality_score.lt."85",and(quality_score.eq."85",id.lt.${id})`,
  );
  expect(afterCursor("started_at", true, at, id)).toBe(
    `started_at.gt."${at}",and(started_at.eq."${at}",id.gt.${id})`,
  );
});

it("takes the signs of patterns as text, and those of conditions as any sign", () => {
  expect(containing("50%_a\\b*")).toBe("%50\\%\\_a\\\\b_%");
  expect(containing('a"b,(d)')).toBe("%a_b__d_%");
});
