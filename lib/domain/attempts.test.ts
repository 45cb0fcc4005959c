import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attemptWith } from "./attempt.fixture";
import { type Attempt, changes, measures } from "./attempts";
import type { Gate } from "./gates";
import { fromJson } from "./sub-agents";

const told = (before: Partial<Attempt>, after: Partial<Attempt>) =>
  changes(attemptWith(before), attemptWith(after)).map(({ words, direction }) => [
    words,
    direction,
  ]);

function gate(name: string, state: Gate["state"], score: number | null = null): Gate {
  if (state === "missing") return { name, state, checkpoint: null };
  const complete = state === "met";
  const nothing = { evidenceUrl: null, notes: null, completedAt: null, completedBy: null };
  const checkpoint = {
    id: name,
    name,
    type: "TESTING",
    required: true,
    complete,
    score,
    ...nothing,
  };
  return { name, state, checkpoint };
}

const results = (...pairs: [string | null, string][]) =>
  fromJson(pairs.map(([sub_agent_type, status]) => ({ sub_agent_type, status })));

describe("what changed in numbers", () => {
  it("is both values, and whether it is better", () => {
    expect(told({ quality: 80, coverage: 62 }, { quality: 71, coverage: 87 })).toEqual([
      ["quality 80 → 71", "worse"],
      ["test coverage 62 → 87 %", "better"],
    ]);
  });

  it("says what was not measured, and never calls it a 0", () => {
    expect(told({ quality: null }, { quality: 0 })).toEqual([
      ["quality scored 0 (was not scored)", "neutral"],
    ]);
    expect(told({ coverage: 60, progress: 10 }, {})).toEqual([
      ["test coverage not measured (was 60 %)", "neutral"],
      ["progress unknown (was 10 %)", "neutral"],
    ]);
    const security = (score: number | null) => ({
      domains: { ...attemptWith({}).domains, security: score },
    });
    expect(told(security(null), security(71))).toEqual([
      ["security scored 71 (was not scored)", "neutral"],
    ]);
  });

  it("says a duration as it reads, and only where that differs", () => {
    const HOUR = 3_600_000;
    expect(told({ took: 4 * HOUR }, { took: HOUR / 2, status: "active" })).toEqual([
      ["duration 4 h → 30 min so far", "neutral"],
    ]);
    expect(told({ took: 4 * HOUR }, { took: 4 * HOUR + 1 })).toEqual([]);
  });
});

describe("what changed in gates and checkpoints", () => {
  it("names those met, lost, new and gone", () => {
    const before = [gate("Load", "open"), gate("Docs", "met"), gate("Old", "missing")];
    const after = [
      gate("Load", "met"),
      gate("API", "met"),
      gate("Docs", "open"),
      gate("New", "missing"),
    ];
    const gates = changes(attemptWith({ gates: before }), attemptWith({ gates: after }));
    expect(gates.map(({ words, direction }) => [words, direction])).toEqual([
      ["2 gates met: Load, API", "better"],
      ["1 gate no longer met: Docs", "worse"],
      ["1 gate new and not met: New", "neutral"],
      ["1 gate no longer asked for: Old", "neutral"],
    ]);
    expect(gates[0]).toMatchObject({ from: "1 of 3 met", to: "2 of 4 met" });
  });

  it("counts the required ones in the way", () => {
    expect(told({ gates: [gate("A", "missing")] }, { gates: [gate("A", "open")] })).toEqual([
      ["1 gate got a checkpoint: A", "neutral"],
      ["required checkpoints open 0 → 1", "worse"],
    ]);
  });

  it("tells a checkpoint's score where its state stayed", () => {
    expect(told({ gates: [gate("A", "met", 72)] }, { gates: [gate("A", "met", 90)] })).toEqual([
      ["checkpoint 72 → 90: A", "better"],
    ]);
    expect(told({ gates: [gate("A", "open", 72)] }, { gates: [gate("A", "met", 90)] })).toEqual([
      ["1 gate met: A", "better"],
      ["required checkpoints open 1 → 0", "better"],
    ]);
  });

  it("cuts what is long and what turns the line around", () => {
    const names = ["a\u202eb", "x".repeat(500), "", "d", "e", "f", "g"];
    const [first] = told({}, { gates: names.map((name) => gate(name, "met")) });
    expect(first?.[0]).toBe(`7 gates met: a b, ${"x".repeat(79)}…, (no name), d, e and 2 more`);
  });
});

describe("what changed in sub-agents", () => {
  it("goes by type, and by the worst that it came to", () => {
    expect(
      told(
        { subAgents: results(["TESTING", "FAIL"], ["SECURITY", "PASS"], ["DESIGN", "PASS"]) },
        {
          subAgents: results(
            ["TESTING", "PASS"],
            ["SECURITY", "FAIL"],
            ["SECURITY", "PASS"],
            ["DESIGN", "pass"],
          ),
        },
      ),
    ).toEqual([
      ["testing sub-agent fail → pass", "better"],
      ["security sub-agent pass → 1 fail, 1 pass", "worse"],
    ]);
  });

  it("does not judge what did not run or has no known outcome", () => {
    expect(told({}, { subAgents: results(["TESTING", "FAIL"], [null, "odd"]) })).toEqual([
      ["testing sub-agent did not run → fail", "neutral"],
      ["sub-agent of no known type did not run → no known outcome", "neutral"],
    ]);
  });
});

describe("what changed in pictures and demos", () => {
  it("goes by address, then by file name, on each side", () => {
    const before = { before: ["/1/a.png", "/1/b.png"], after: ["/1/a.png"] };
    const after = { before: ["/1/a.png", "/2/b.png"], after: ["/1/c.png", "/1/d.png"] };
    expect(told({ pictures: before }, { pictures: after })).toEqual([
      ["1 picture changed", "neutral"],
      ["2 pictures added", "neutral"],
      ["1 picture removed", "neutral"],
    ]);
  });

  it("tells an address that stands there twice", () => {
    expect(told({ demos: ["/a"] }, { demos: ["/a", "/a"] })).toEqual([["1 demo added", "neutral"]]);
  });
});

const score = fc.option(fc.integer({ min: 0, max: 100 }));
const words = fc.constantFrom("A", "B", "C", "D");
const some = fc
  .record({
    quality: score,
    domains: fc.record({
      codeQuality: score,
      performance: score,
      security: score,
      uxAccessibility: score,
    }),
    coverage: score,
    progress: score,
    took: fc.option(fc.nat(10 ** 10)),
    gates: fc.uniqueArray(
      fc
        .tuple(words, fc.constantFrom("met" as const, "open" as const, "missing" as const), score)
        .map(([name, state, value]) => gate(name, state, value)),
      { selector: ({ name }) => name },
    ),
    subAgents: fc
      .array(fc.tuple(words, fc.constantFrom("PASS", "FAIL", "WARNING", "odd")))
      .map((pairs) => results(...pairs)),
    pictures: fc.record({ before: fc.array(words), after: fc.array(words) }),
    demos: fc.array(words),
  })
  .map(attemptWith);

describe("of any two attempts", () => {
  it("nothing changed from one to itself", () => {
    fc.assert(
      fc.property(some, (each) => {
        expect(changes(each, structuredClone(each))).toEqual([]);
      }),
    );
  });

  it("the way back tells of the same things, better turned to worse", () => {
    const turned = { better: "worse", worse: "better", neutral: "neutral" };
    const summary = (list: ReturnType<typeof changes>) =>
      list.map(({ what, direction }) => `${what} ${direction}`).toSorted();
    fc.assert(
      fc.property(some, some, (a, b) => {
        const back = changes(b, a).map((each) => ({ ...each, direction: turned[each.direction] }));
        expect(summary(back as ReturnType<typeof changes>)).toEqual(summary(changes(a, b)));
      }),
    );
  });

  it("a number is told of exactly when it differs", () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const found = changes(a, b).map(({ what }) => what);
        for (const { what, of } of measures) expect(found.includes(what)).toBe(of(a) !== of(b));
      }),
    );
  });

  it("what is told reads differently on both sides, or counts what came and went", () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        for (const { what, from, to } of changes(a, b)) {
          if (!["gates", "pictures", "demos"].includes(what)) expect(from).not.toBe(to);
        }
      }),
    );
  });
});
