import fc from "fast-check";
import { expect, it } from "vitest";
import type { Json } from "@/lib/supabase/database.types";
import { isBlank, type Node, plan } from "./json-tree";

function size(node: Node): number {
  return 1 + (node.kind === "branch" ? node.entries.reduce((sum, e) => sum + size(e.child), 0) : 0);
}

it("shows a small value whole", () => {
  const { root, cut } = plan({ passed: true, score: 91, tools: ["axe"] });
  expect(cut).toBe(false);
  expect(root).toMatchObject({
    kind: "branch",
    entries: [
      { key: "passed", child: { text: "yes" } },
      { key: "score", child: { text: "91" } },
      { key: "tools", child: { words: "1 entry" } },
    ],
  });
});

it("says what it leaves out of a long list, a long text and a deep value", () => {
  const { root } = plan(Array.from({ length: 130 }, (_, i) => i));
  expect(root).toMatchObject({ more: "… 30 more" });
  expect(plan("x".repeat(1_000_000)).root).toMatchObject({ more: "… 998,000 more characters" });
  let deep: Json = "end";
  for (let i = 0; i < 5000; i += 1) deep = [deep];
  expect(plan(deep).cut).toBe(true);
});

it("does not cut a sign in two", () => {
  const { root } = plan(`${"x".repeat(1999)}🙂${"y".repeat(10)}`);
  expect(root).toMatchObject({ text: "x".repeat(1999) });
});

it("stays within its bound whatever it is given", () => {
  const wide = Array.from({ length: 300 }, () => Array.from({ length: 300 }, () => ({ a: 1 })));
  expect(size(plan(wide).root)).toBeLessThan(2200);
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 9 }), (value) => void plan(value as Json)));
});

it("knows what says nothing", () => {
  expect([null, {}, [], "", undefined].every(isBlank)).toBe(true);
  expect([0, false, [null], { a: null }, " "].some((value) => isBlank(value as Json))).toBe(false);
});
