import { expect, test } from "vitest";
import { evidenceItems, type Pair, pairPictures, type StoredFile } from "./evidence.ts";
import { countWords, pictureWords, shownEvidence } from "./shown-evidence.ts";

const none = new Map<string, StoredFile>();
const read = (before: string[], after: string[]) => ({
  pairs: pairPictures(evidenceItems(before, none), evidenceItems(after, none)),
  demos: [],
});
const states = (pairs: Pair[]) =>
  pairs.map(({ before, after, state }) => `${(after ?? before)?.name} ${state}`);

test("what changed stands before what came and went, and what stayed is last", () => {
  const shown = shownEvidence(
    read(["/same.png", "/gone.png", "/b/open.png"], ["/same.png", "/a/open.png", "/new.png"]),
    { before: 3, after: 3, demos: 0 },
  );
  expect(states(shown.pairs)).toEqual([
    "new.png added",
    "gone.png removed",
    "open.png unknown",
    "same.png unchanged",
  ]);
  expect(shown.whole).toBe(true);
  const [pair] = shown.pairs;
  const changed = shownEvidence(
    { pairs: [...shown.pairs, { ...pair, state: "changed" } as Pair], demos: [] },
    { before: 3, after: 4, demos: 0 },
  );
  expect(changed.pairs[0]?.state).toBe("changed");
});

test("where a list goes on, nobody knows whether a partner comes", () => {
  const some = read(["/a.png", "/gone.png"], ["/a.png", "/new.png"]);
  expect(states(shownEvidence(some, { before: 90, after: 2, demos: 0 }).pairs)).toEqual([
    "gone.png removed",
    "new.png unknown",
    "a.png unchanged",
  ]);
  expect(states(shownEvidence(some, { before: 2, after: 90, demos: 0 }).pairs)).toEqual([
    "new.png added",
    "gone.png unknown",
    "a.png unchanged",
  ]);
  expect(shownEvidence(some, { before: 2, after: 90, demos: 0 }).whole).toBe(false);
});

test("unless a person said that there is none", () => {
  const before = evidenceItems(["/gone.png"], none);
  const after = evidenceItems(["/new.png"], none);
  const pairs = pairPictures(before, after, [["/gone.png", null]]);
  const shown = shownEvidence({ pairs, demos: [] }, { before: 1, after: 90, demos: 0 });
  expect(states(shown.pairs)).toContain("gone.png removed");
});

test("there may be nothing", () => {
  const counts = { before: 0, after: 0, demos: 0 };
  expect(shownEvidence(undefined, counts)).toEqual({ pairs: [], demos: [], counts, whole: true });
  expect(countWords(counts)).toBe("");
  expect(countWords({ before: 2800, after: 1, demos: 1 })).toBe("2,800 before, 1 after, 1 demo");
});

test("a picture has words", () => {
  const id = "82cf56b1-999f-4801-aaf8-bf4f513580dc";
  const [pair] = read([], ["", "/login.png"]).pairs;
  expect(pair?.after && pictureWords("After", pair.after, id)).toBe(
    "After 2 of session 82cf56b1: login.png",
  );
});
