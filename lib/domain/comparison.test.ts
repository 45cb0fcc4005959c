import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attemptWith } from "./attempt.fixture";
import { type Attempt, measures } from "./attempts";
import { comparison, type Group } from "./comparison";

const attempts = (...all: Partial<Attempt>[]) => all.map(attemptWith);
const labels = (groups: Group[]) => groups.flatMap(({ rows }) => rows.map(({ label }) => label));
const cells = (groups: Group[], label: string) =>
  groups.flatMap(({ rows }) => rows).find((row) => row.label === label)?.cells ?? [];

describe("what differs", () => {
  it("is apart from what is the same", () => {
    const { differing, same } = comparison(attempts({ quality: 80 }, { quality: 90 }));
    expect(labels(differing)).toEqual(["Quality"]);
    expect(labels(same)).toContain("Security");
    expect(labels(same)).toContain("Status");
  });

  it("is a number's distance from the first, and the best", () => {
    const { differing } = comparison(
      attempts({ quality: 80 }, { quality: 95 }, { quality: null }, { quality: 71 }),
    );
    expect(cells(differing, "Quality").map(({ note, best }) => [note, best])).toEqual([
      [undefined, false],
      ["+15 against A", true],
      [undefined, false],
      ["−9 against A", false],
    ]);
  });

  it("names no best where only one was measured", () => {
    const { differing } = comparison(attempts({ coverage: 60 }, { coverage: null }));
    expect(cells(differing, "Test coverage").map(({ best }) => best)).toEqual([false, false]);
  });

  it("tells a 0 from what was not scored", () => {
    const { differing } = comparison(attempts({ quality: 0 }, { quality: null }));
    expect(labels(differing)).toEqual(["Quality"]);
  });

  it("knows a gate that one of them does not have", () => {
    const gate = { name: "Load", state: "missing" as const, checkpoint: null };
    const { differing } = comparison(attempts({ gates: [gate] }, {}));
    expect(labels(differing)).toEqual(["Gates met", "Load"]);
    expect(cells(differing, "Load").map(({ value }) => value)).toMatchObject([
      { state: "missing" },
      { state: "none" },
    ]);
  });

  it("tells pictures that are others though they are as many", () => {
    const shot = (url: string) => ({ pictures: { before: [], after: [url] } });
    const { differing } = comparison(attempts(shot("/1/a.png"), shot("/2/a.png")));
    expect(cells(differing, "Screenshots")[1]?.note).toBe("1 picture changed against A");
  });

  it("is cut where it is more than anybody reads, and says so", () => {
    const gates = Array.from({ length: 250 }, (_, index) => ({
      name: `Gate ${index}`,
      state: "missing" as const,
      checkpoint: null,
    }));
    const { differing } = comparison(attempts({ gates }, {}));
    // "Gates met" is one of the hundred.
    expect(differing).toMatchObject([{ title: "Gates and checkpoints", more: 151 }]);
    expect(differing[0]?.rows).toHaveLength(100);
  });
});

const score = fc.option(fc.integer({ min: 0, max: 3 }));
const some = fc
  .record({ quality: score, coverage: score, progress: score, took: fc.option(fc.nat(10 ** 9)) })
  .map(attemptWith);

describe("of any two to four sessions", () => {
  const several = fc.array(some, { minLength: 2, maxLength: 4 });

  it("each row is in one of the two parts, with a cell for each session", () => {
    fc.assert(
      fc.property(several, (all) => {
        const { differing, same } = comparison(all);
        const found = [...labels(differing), ...labels(same)];
        expect(new Set(found).size).toBe(found.length);
        for (const { label } of measures) expect(found).toContain(label);
        for (const { rows } of [...differing, ...same]) {
          for (const row of rows) expect(row.cells).toHaveLength(all.length);
        }
      }),
    );
  });

  it("nothing differs between a session and itself", () => {
    fc.assert(
      fc.property(some, (each) => {
        expect(comparison([each, { ...each }]).differing).toEqual([]);
      }),
    );
  });

  it("none that is not the best is better than one that is", () => {
    fc.assert(
      fc.property(several, (all) => {
        const row = cells(comparison(all).differing, "Quality");
        for (const [index, { best }] of row.entries()) {
          const own = all[index]?.quality ?? null;
          if (!best) continue;
          for (const { quality } of all) expect(quality ?? -1).toBeLessThanOrEqual(own ?? -1);
        }
      }),
    );
  });
});
