import { describe, expect, test } from "vitest";
import { demoOf, frameOrigins } from "./demos.ts";
import { evidenceItems, type StoredFile } from "./evidence.ts";

const hash = "a".repeat(64);
const stored = (mediaType: string): StoredFile => ({
  hash,
  mediaType,
  bytes: 1,
  width: null,
  height: null,
  pixels: null,
  animated: false,
});
const hosts = [
  "demo.example.com",
  "loom.com",
  "youtube.com",
  "vimeo.com",
  "xn--mnchen-3ya.example",
];
const own = "exhibit.example.com";

function show(url: string, frameHosts = hosts, files = new Map<string, StoredFile>()) {
  const [item] = evidenceItems([url], files);
  if (!item) throw new Error("nothing to show");
  return demoOf(item, frameHosts, own);
}

describe("films play in place", () => {
  test.each([
    "https://cdn.example.net/a/run.mp4",
    "https://cdn.example.net/run.WEBM?token=1#t=3",
    "http://10.0.0.3:8080/run.mov",
    "/demo/run.m4v",
  ])("%s", (url) => {
    expect(show(url, [])).toEqual({ kind: "film", src: url });
  });

  test("ours by what they are, not by their name", () => {
    const url = `https://elsewhere.example/files/${hash}/run.txt`;
    expect(show(url, [], new Map([[hash, stored("video/mp4")]]))).toEqual({
      kind: "film",
      src: `/files/${hash}/run.txt`,
    });
    const named = `https://elsewhere.example/files/${hash}/run.mp4`;
    expect(show(named, [], new Map([[hash, stored("image/png")]])).kind).toBe("link");
  });
});

describe("recordings open in their players", () => {
  const id = "0123456789abcdef0123456789abcdef";
  test.each([
    [`https://www.loom.com/share/${id}?sid=1`, `https://www.loom.com/embed/${id}`],
    [`https://loom.com/embed/${id}`, `https://www.loom.com/embed/${id}`],
    [
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=9",
      "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    ],
    ["https://youtu.be/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"],
    [
      "https://youtube.com/shorts/dQw4w9WgXcQ",
      "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    ],
    ["https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789"],
    [
      "https://vimeo.com/123456789/abcdef0123",
      "https://player.vimeo.com/video/123456789?h=abcdef0123",
    ],
    [
      "https://player.vimeo.com/video/123456789?h=abcdef0123",
      "https://player.vimeo.com/video/123456789?h=abcdef0123",
    ],
  ])("%s", (url, src) => {
    expect(show(url)).toMatchObject({ kind: "frame", src });
    expect(show(url, []).kind).toBe("link");
    expect(frameOrigins(hosts).some((origin) => src.startsWith(`${origin}/`))).toBe(true);
  });

  test.each([
    "https://www.youtube.com/",
    "https://www.youtube.com/watch?v=../../x",
    "https://www.youtube.com/redirect?q=https://evil.example",
    "https://youtu.be/dQw4w9WgXcQ/../../x",
    `https://www.loom.com/share/${id}/../../x`,
    "https://vimeo.com/123456789/%2e%2e/x",
    "https://vimeo.com/login",
  ])("but no other page of theirs: %s", (url) => {
    expect(show(url).kind).toBe("link");
  });
});

describe("a frame is only for the hosts that were named", () => {
  test("and has the address as the browser reads it", () => {
    expect(show("HTTPS://Demo.Example.com:443/a b?x=1")).toEqual({
      kind: "frame",
      src: "https://demo.example.com/a%20b?x=1",
      host: "demo.example.com",
      referrer: "no-referrer",
    });
    expect(show("https://münchen.example/").kind).toBe("frame");
    expect(show("https://demo.example.com:8443/", ["demo.example.com:8443"]).kind).toBe("frame");
  });

  test.each([
    ["another host", "https://example.com/"],
    ["a host below it", "https://x.demo.example.com/"],
    ["its name before another", "https://demo.example.com.evil.example/"],
    ["its name after another", "https://evildemo.example.com/"],
    ["its name as a person", "https://demo.example.com@evil.example/"],
    ["a person at it", "https://evil.example@demo.example.com/"],
    ["a password at it", "https://:x@demo.example.com/"],
    ["another port", "https://demo.example.com:8443/"],
    ["a dot at its end", "https://demo.example.com./"],
    ["letters that look like it", "https://dеmo.example.com/"],
    ["a backslash", "https://evil.example\\.demo.example.com/"],
    ["no encryption", "http://demo.example.com/"],
  ])("not for %s", (_, url) => {
    expect(show(url).kind).toBe("link");
  });

  test.each([
    "/demo/page.html",
    "https://exhibit.example.com/team",
    `https://x/files/${hash}/a.html`,
  ])("never for our own: %s", (url) => {
    expect(show(url, [...hosts, own]).kind).toBe("link");
  });

  test.each([
    "javascript:alert(1)//x.mp4",
    "data:video/mp4,x.mp4",
    "//evil.example/x.mp4",
    "/\\evil.example/x.mp4",
    "vbscript:x",
    "ftp://x/y.mp4",
    "blob:https://demo.example.com/x",
  ])("nothing at all where it is no address: %s", (url) => {
    expect(show(url)).toEqual({ kind: "link", host: null });
  });

  test("the link says which host the browser would go to", () => {
    expect(show("https://loom.com@evil.example/share")).toEqual({
      kind: "link",
      host: "evil.example",
    });
    expect(show("https://dеmo.example.com/")).toEqual({
      kind: "link",
      host: "xn--dmo-rdd.example.com",
    });
  });
});

test("the policy names players where people name sites, and each once", () => {
  expect(frameOrigins([])).toEqual([]);
  expect(frameOrigins(["youtube.com", "youtu.be", "demo.example.com", "player.vimeo.com"])).toEqual(
    ["https://www.youtube-nocookie.com", "https://player.vimeo.com", "https://demo.example.com"],
  );
});
