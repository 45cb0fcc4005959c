import { expect, test } from "vitest";
import { evidenceItems, pairPictures, type StoredFile } from "./evidence.ts";
import { type Screen, screensOf } from "./screens.ts";

const file = (letter: string, pixels: string): StoredFile => ({
  hash: letter.repeat(64),
  mediaType: "image/png",
  bytes: 1,
  width: 1,
  height: 1,
  pixels,
  animated: false,
});
const files = new Map(
  [file("a", "one"), file("b", "one"), file("c", "two")].map((each) => [each.hash, each]),
);
const attempt = (before: string[], after: string[]) =>
  pairPictures(evidenceItems(before, files), evidenceItems(after, files));
const words = ({ name, cells }: Screen) => [
  name,
  ...cells.map((cell) =>
    cell ? `${cell.side} of ${cell.attempt}${cell.change ? ` ${cell.change}` : ""}` : null,
  ),
];
const url = (letter: string, name: string) => `/files/${letter.repeat(64)}/${name}`;

test("a screen is followed by its name through the attempts", () => {
  const screens = screensOf([
    attempt(["/1/login-before.png"], ["/1/login-after.png"]),
    attempt([], ["/2/orders.png"]),
    attempt(["/3/Login_old.jpg"], ["/3/orders.png", "/3/login.png"]),
  ]);
  expect(screens.map(words)).toEqual([
    ["orders", null, null, "after of 2", "after of 3 unknown"],
    ["login", "before of 1", "after of 1 unknown", null, "after of 3 unknown"],
  ]);
});

test("what it was before comes from the first attempt that shows it", () => {
  const [screen] = screensOf([attempt([], ["/1/a.png"]), attempt(["/2/a.png"], ["/2/a.png"])]);
  expect(screen && words(screen)).toEqual([
    "a",
    "before of 2",
    "after of 1 unknown",
    "after of 2 unknown",
  ]);
});

test("a screen of which nothing is left after comes last, and stays", () => {
  expect(screensOf([attempt(["/gone.png"], []), attempt([], ["/b.png"])]).map(words)).toEqual([
    ["b", null, null, "after of 2"],
    ["gone", "before of 1", null, null],
  ]);
});

test("changes are told by what the pictures show, where that is known", () => {
  const [screen] = screensOf([
    attempt([url("a", "x.png")], [url("b", "x.png")]),
    attempt([], [url("c", "x.png")]),
    attempt([], ["/x.png"]),
  ]);
  expect(screen?.cells.map((cell) => cell?.change)).toEqual([
    null,
    "unchanged",
    "changed",
    "unknown",
  ]);
});

test("names that say nothing go by place, and the same name twice is two screens", () => {
  const screens = screensOf([
    attempt(["/before.png"], ["/after.png", "/after.jpg"]),
    attempt([], ["/after.png", "/x.png", "/x.png"]),
  ]);
  expect(screens.map(words)).toEqual([
    ["after.png", "before of 1", "after of 1 unknown", "after of 2 unchanged"],
    ["x", null, null, "after of 2"],
    ["x", null, null, "after of 2"],
    ["after.jpg", null, "after of 1", null],
  ]);
});

test("there may be nothing", () => {
  expect(screensOf([])).toEqual([]);
  expect(screensOf([[], []])).toEqual([]);
});
