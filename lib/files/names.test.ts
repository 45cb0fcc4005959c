import { describe, expect, it, test } from "vitest";
import { plainName, shownName } from "./names.ts";

test.each([
  ["home.png", "png", "home.png"],
  ["home.PNG", "webp", "home.webp"],
  ["photo.jpeg", "jpg", "photo.jpg"],
  ["page.html", "png", "page.png"],
  ["v1.2 before", "png", "v1.2 before.png"],
  ["../../etc/passwd", "png", "passwd.png"],
  ["..\\..\\windows\\win.ini", "gif", "win.ini.gif"],
  ["..", "png", "file.png"],
  ["", "mp4", "file.mp4"],
  [".png", "png", "file.png"],
  ["a\u0000b\nc.png", "png", "abc.png"],
  ["safe\u202Egnp.html", "png", "safegnp.png"],
  ["\ud800x.png", "png", "\ufffdx.png"],
  ["größe 100% #1?.png", "png", "größe 100% #1?.png"],
])("%j of type %s is shown as %j", (given, ending, shown) => {
  expect(shownName(given, ending)).toBe(shown);
});

describe("a long name", () => {
  it("is cut between characters, and keeps its ending", () => {
    const shown = shownName("😀".repeat(300), "webm");
    expect([...shown]).toHaveLength(120);
    expect(shown).toMatch(/^(😀)+\.webm$/u);
    expect([...plainName("x".repeat(300))]).toHaveLength(120);
  });
});
