import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareHref, parseCompared } from "./compare-params";

const id = (number: number) => `00000000-0000-0000-0000-00000000000${number}`;

describe("the sessions that the address names", () => {
  it("are taken repeated and with commas", () => {
    const ids = [id(1), id(2), id(3)];
    expect(parseCompared({ ids: [`${id(1)}, ${id(2)}`, id(3)] })).toEqual({ ids, notices: [] });
    expect(parseCompared({})).toEqual({ ids: [], notices: [] });
    expect(parseCompared({ ids: ",," })).toEqual({ ids: [], notices: [] });
  });

  it("are each there once, and no more than four, and what else stood there is said", () => {
    const { ids, notices } = parseCompared({
      ids: [id(1), id(1).toUpperCase(), "nonsense", id(2), id(3), id(4), id(5)],
    });
    expect(ids).toEqual([id(1), id(2), id(3), id(4)]);
    expect(notices).toEqual([
      expect.stringContaining("(nonsense)"),
      expect.stringContaining("more than once"),
      expect.stringContaining("5 sessions were chosen"),
    ]);
  });

  it("come back from their own address", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 4 }), (ids) => {
        const asked = new URL(compareHref(ids), "http://x").searchParams.getAll("ids");
        expect(parseCompared({ ids: asked })).toEqual({ ids, notices: [] });
      }),
    );
  });

  it("are never a crash", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (ids) => {
        expect(parseCompared({ ids }).ids.length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
