import { expect, test } from "vitest";
import { formatBytes, limitWords, refusals } from "./upload.ts";

const limits = {
  pictureBytes: 20 * 1024 * 1024,
  videoBytes: 100 * 1024 * 1024,
  files: 3,
  callBytes: 150 * 1024 * 1024,
};
const file = (name: string, megabytes: number) => ({ name, size: megabytes * 1024 * 1024 });

test("what fits is not refused", () => {
  expect(refusals("after", [file("a.png", 20), file("b.png", 1)], limits)).toEqual([]);
  expect(refusals("demo", [file("a.webm", 100)], limits)).toEqual([]);
});

test("what does not fit is named, with the most that does", () => {
  expect(refusals("after", [file("a.png", 21), file("b.png", 0)], limits)).toEqual([
    "“a.png” has 21 MB; 20 MB is the most.",
    "“b.png” is empty.",
  ]);
  expect(
    refusals(
      "before",
      ["a", "b", "c", "d"].map((name) => file(name, 1)),
      limits,
    ),
  ).toEqual(["These are 4 files; 3 go at a time."]);
  expect(refusals("demo", [file("a.mp4", 90), file("b.mp4", 90)], limits)).toEqual([
    "Together they have 180 MB; 150 MB go at a time.",
  ]);
});

test("limits and sizes are said in words", () => {
  expect(limitWords("after", limits)).toBe(
    "PNG, JPEG, WebP, AVIF or GIF, up to 20 MB each; at most 3 files and 150 MB at a time.",
  );
  expect(limitWords("demo", limits)).toMatch(/^MP4 or WebM, up to 100 MB each/);
  expect([1, 999, 1000, 500_000, 2_202_010].map(formatBytes)).toEqual([
    "1 byte",
    "999 bytes",
    "1 kB",
    "488 kB",
    "2.1 MB",
  ]);
});
