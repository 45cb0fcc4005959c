import { expect, test } from "vitest";
import { parseThreshold, parseWay, THRESHOLD, viewerHref } from "./viewer-address.ts";

test("an address names what is not as it is by itself", () => {
  expect(viewerHref("s")).toBe("/sessions/s/evidence");
  expect(viewerHref("s", { at: "after-2", threshold: THRESHOLD })).toBe(
    "/sessions/s/evidence?at=after-2",
  );
  expect(viewerHref("s", { at: "after-2", way: "blink", threshold: 0.2 })).toBe(
    "/sessions/s/evidence?at=after-2&way=blink&threshold=0.2",
  );
});

test("what an address says is taken where it can be shown", () => {
  expect([parseWay("blink"), parseWay("sideways"), parseWay(["blink"])]).toEqual([
    "blink",
    null,
    null,
  ]);
  expect(["0.2", "0.213", "9", "x", undefined].map(parseThreshold)).toEqual([
    0.2, 0.21, 0.1, 0.1, 0.1,
  ]);
});
