import { describe, expect, it } from "vitest";
import {
  type EvidenceItem,
  evidenceItems,
  fileHash,
  indexOfPair,
  pairKey,
  pairPictures,
  type StoredFile,
  thumbnail,
} from "./evidence";

const none = new Map<string, StoredFile>();
const list = (...names: string[]) => evidenceItems(names, none);
const shape = (before: EvidenceItem[], after: EvidenceItem[], ...rest: never[] | [Corrections]) =>
  pairPictures(before, after, ...rest).map((pair) => [
    pair.before?.name ?? null,
    pair.after?.name ?? null,
    pair.pairedBy,
    pair.state,
  ]);
type Corrections = NonNullable<Parameters<typeof pairPictures>[2]>;

const hash = (digit: string) => digit.repeat(64);
const stored = (digit: string, pixels = digit): StoredFile => ({
  hash: hash(digit),
  mediaType: "image/png",
  bytes: 10,
  width: 2,
  height: 1,
  pixels,
  animated: false,
});

describe("a file of ours", () => {
  it("is known by its path on any host, and by nothing else", () => {
    expect(fileHash(`https://exhibit.test/files/${hash("a")}/x.png`)).toBe(hash("a"));
    expect(fileHash(`/files/${hash("a")}`)).toBe(hash("a"));
    expect(fileHash(`/files/${hash("a")}?thumb`)).toBe(hash("a"));
    expect(fileHash(`/files/${hash("a")}f/x.png`)).toBeNull();
    expect(fileHash(`/files/${"A".repeat(64)}/x.png`)).toBeNull();
    expect(fileHash("/files/../etc/passwd")).toBeNull();
  });

  it("is loaded from our own site under its name, and small from its thumbnail", () => {
    const files = new Map([[hash("a"), stored("a")]]);
    const [known, unknown] = evidenceItems(
      [
        `https://old.test/files/${hash("a")}/a%20b.png`,
        `https://old.test/files/${hash("b")}/b.png`,
      ],
      files,
    ) as [EvidenceItem, EvidenceItem];
    expect(known.src).toBe(`/files/${hash("a")}/a%20b.png`);
    expect(thumbnail(known)).toBe(`/files/${hash("a")}?thumb`);
    expect(unknown.src).toBe(`https://old.test/files/${hash("b")}/b.png`);
    expect(thumbnail(unknown)).toBe(unknown.src);
  });
});

describe("a list of URLs", () => {
  it("keeps its places where entries are empty, and loads nothing that is no address", () => {
    const items = evidenceItems(
      ["/a.png", " ", null, "javascript:alert(1)", "//evil.test/x"],
      none,
    );
    expect(items.map(({ place, src }) => [place, src])).toEqual([
      [1, "/a.png"],
      [4, null],
      [5, null],
    ]);
  });
});

describe("pairs", () => {
  it("go by name, whatever side and type the names tell", () => {
    expect(
      shape(
        list("/x/login-before.png", "/x/Old_list.jpg", "/x/gone.png"),
        list("/y/list-new.webp", "/y/login.after.png", "/y/fresh.png"),
      ),
    ).toEqual([
      ["Old_list.jpg", "list-new.webp", "name", "unknown"],
      ["login-before.png", "login.after.png", "name", "unknown"],
      ["gone.png", null, null, "removed"],
      [null, "fresh.png", null, "added"],
    ]);
  });

  it("go by place where no name occurs on both sides", () => {
    expect(shape(list("/1f.png", "/2e.png"), list("/9a.png", "/8b.png", "/7c.png"))).toEqual([
      ["1f.png", "9a.png", "place", "unknown"],
      ["2e.png", "8b.png", "place", "unknown"],
      [null, "7c.png", null, "added"],
    ]);
  });

  it("of names that say no more than their side go by place", () => {
    expect(shape(list("/before.png"), list("/after.png"))).toEqual([
      ["before.png", "after.png", "place", "unknown"],
    ]);
  });

  it("take the same name as often as it occurs", () => {
    expect(shape(list("/a/x.png", "/b/x.png"), list("/c/x.png"))).toEqual([
      ["x.png", "x.png", "name", "unknown"],
      ["x.png", null, null, "removed"],
    ]);
  });

  it("are as a person said, also where that is alone", () => {
    const [before, after] = [list("/a.png", "/b.png"), list("/a.png", "/b.png")];
    expect(shape(before, after, [["/a.png", "/b.png"]])).toEqual([
      [null, "a.png", null, "added"],
      ["a.png", "b.png", "person", "unknown"],
      ["b.png", null, null, "removed"],
    ]);
    expect(shape(before, after, [["/a.png", null]])).toEqual([
      ["a.png", null, "person", "removed"],
      [null, "a.png", null, "added"],
      ["b.png", "b.png", "name", "unchanged"],
    ]);
  });

  it("are unchanged where both show the same pixels or are the same file", () => {
    const files = new Map([
      [hash("a"), stored("a", "same")],
      [hash("b"), stored("b", "same")],
      [hash("c"), stored("c", "other")],
    ]);
    const of = (digit: string) => evidenceItems([`/files/${hash(digit)}/x.png`], files);
    expect(pairPictures(of("a"), of("b"))[0]?.state).toBe("unchanged");
    expect(pairPictures(of("a"), of("c"))[0]?.state).toBe("changed");
    expect(pairPictures(list("/x.png"), list("/x.png"))[0]?.state).toBe("unchanged");
  });

  it("say of nothing that it was removed while there is nothing after", () => {
    expect(shape(list("/a.png"), [])).toEqual([["a.png", null, null, "unknown"]]);
  });

  it("lose no picture and show none twice", () => {
    const before = list("/a.png", "/a.png", "/b.png", "/c-1.png");
    const after = list("/b.png", "/a.png", "/d.png", "/d.png", "/c-1.png");
    const pairs = pairPictures(before, after, [
      ["/c-1.png", null],
      ["/nowhere.png", "/d.png"],
    ]);
    const places = (side: "before" | "after") =>
      pairs.flatMap((pair) => pair[side]?.place ?? []).sort();
    expect(places("before")).toEqual([1, 2, 3, 4]);
    expect(places("after")).toEqual([1, 2, 3, 4, 5]);
  });
});

it("are found again by a picture in them", () => {
  const pairs = pairPictures(list("/a.png", "/b.png"), list("/b.png"));
  for (const [index, pair] of pairs.entries())
    expect(indexOfPair(pairs, pairKey(pair))).toBe(index);
  expect(indexOfPair(pairs, "before-2")).toBe(indexOfPair(pairs, "after-1"));
  for (const key of [undefined, "", "after-9", "side-1", "after-1x"]) {
    expect(indexOfPair(pairs, key)).toBe(-1);
  }
});
