import { expect, it } from "vitest";
import type { ChartSpec } from "./chart";
import { isLone, isSparse, markHref, placeHref, toRows } from "./chart-rows";

const point = (value: number | null, at?: string) => ({ label: "", at, values: { a: value } });
const lines = (points: ChartSpec["points"]): ChartSpec => ({
  kind: "lines",
  x: "",
  y: "",
  series: [],
  points,
});

it("stands in the order of time, where every point has one", () => {
  const spec = lines([point(1, "2026-11-16T00:00Z"), point(2, "2026-11-09T00:00Z")]);
  const { rows, timed } = toRows(spec);
  expect(timed).toBe(true);
  expect(rows.map(({ index, point: { values } }) => [index, values.a])).toEqual([
    [0, 2],
    [1, 1],
  ]);
  expect(toRows({ ...spec, kind: "bars" }).timed).toBe(false);
  expect(toRows(lines([point(1, "2026-11-16T00:00Z"), point(2, "soon")])).timed).toBe(false);
  expect(toRows(lines([])).timed).toBe(false);
});

it("knows the points that no line reaches", () => {
  const { rows } = toRows(lines([5, null, 6, 7, null, 0, null].map((value) => point(value))));
  expect(rows.map(({ index }) => isLone(rows, index, "a"))).toEqual([
    true,
    false,
    false,
    false,
    false,
    true,
    false,
  ]);
});

it("gives dots to forty points, not to more", () => {
  const many = (length: number) => toRows(lines(Array.from({ length }, () => point(1)))).rows;
  expect(isSparse(many(40))).toBe(true);
  expect(isSparse(many(41))).toBe(false);
});

it("leads from a mark to its own list, and from a place to the place's", () => {
  const place = { label: "", values: {}, href: "/all", hrefs: { a: "/a" } };
  expect(markHref(place, "a")).toBe("/a");
  expect(markHref(place, "b")).toBe("/all");
  expect(placeHref(place)).toBe("/all");
  expect(placeHref({ ...place, href: undefined })).toBe("/a");
  expect(placeHref({ label: "", values: {} })).toBeUndefined();
});
