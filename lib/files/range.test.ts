import { expect, test } from "vitest";
import { isNotModified, readRange } from "./range.ts";

test.each([
  [null, null],
  ["bytes=0-", { first: 0, last: 99 }],
  ["bytes=0-0", { first: 0, last: 0 }],
  ["bytes=10-19", { first: 10, last: 19 }],
  ["bytes=90-1000", { first: 90, last: 99 }],
  ["bytes=-10", { first: 90, last: 99 }],
  ["bytes=-1000", { first: 0, last: 99 }],
  ["bytes=100-", "none"],
  ["bytes=-0", "none"],
  // What is not understood is answered with the whole.
  ["bytes=20-10", null],
  ["bytes=-", null],
  ["bytes=0-1,5-6", null],
  ["pages=1-2", null],
  ["bytes=1e3-", null],
  ["bytes=99999999999999999999-", null],
])("%j of 100 bytes is %j", (header, range) => {
  expect(readRange(header, 100)).toEqual(range);
});

test("what is known already need not be sent again", () => {
  expect(isNotModified(null, '"a"')).toBe(false);
  expect(isNotModified('"b"', '"a"')).toBe(false);
  expect(isNotModified('"b", W/"a"', '"a"')).toBe(true);
  expect(isNotModified("*", '"a"')).toBe(true);
});
