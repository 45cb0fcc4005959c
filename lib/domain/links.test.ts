import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPath, safeUrl, urlName } from "./links";

describe("safe addresses", () => {
  it.each([
    "https://example.com/a.png",
    "http://localhost:3000/x?y=1#z",
    "HTTPS://EXAMPLE.COM",
    "/demo/board-after.png",
    "/",
  ])("keeps %s", (url) => {
    expect(safeUrl(url)).toBe(url);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:https://example.com/1",
    "file:///etc/passwd",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "http://",
    "https://exa mple.com",
    "demo/relative.png",
    "#top",
    "",
    null,
    undefined,
  ])("refuses %j", (url) => {
    expect(safeUrl(url)).toBeNull();
  });

  it("lets nothing through that a browser reads as another scheme or leaves the site unseen", () => {
    const nasty = fc
      .array(
        fc.constantFrom(
          "/",
          "\\",
          ":",
          "javascript",
          "http",
          "https",
          "evil.example",
          "\t",
          "\n",
          "\u0000",
          " ",
          "@",
          "?",
          "#",
          "%2f",
          "data",
          ".",
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(nasty, fc.webUrl(), fc.string({ unit: "binary" })), (text) => {
        const url = safeUrl(text);
        if (url === null) return;
        const seen = new URL(url, "https://exhibit.example/sessions");
        expect(["http:", "https:"]).toContain(seen.protocol);
        if (!/^https?:\/\//i.test(url)) expect(seen.host).toBe("exhibit.example");
      }),
      { numRuns: 5000 },
    );
    // Many addresses, which a busy machine needs its time for.
  }, 30_000);
});

it("names an address by its last part", () => {
  expect(urlName("https://example.com/shots/after%201.png?x=1")).toBe("after 1.png");
  expect(urlName("/demo/board.png")).toBe("board.png");
  expect(urlName("https://example.com/%E0%A4%A")).toBe("%E0%A4%A");
  expect(urlName("javascript:alert(1)")).toBe("javascript:alert(1)");
});

describe("ownPath", () => {
  it.each(["/sessions?status=active#top", "/", "/a/../b"])("keeps %s", (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    "https://example.com/",
    "//example.com",
    "/\\example.com",
    "/.//example.com",
    "/a/..//example.com",
    "/./\\example.com",
    "/\t/example.com",
    "javascript:alert(1)",
    "",
    undefined,
    ["/sessions"],
  ])("turns %j into the start page", (path) => {
    expect(ownPath(path)).toBe("/");
  });
});
