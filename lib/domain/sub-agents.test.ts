import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/lib/supabase/database.types";
import { fromJson, merge, outcomeOf, worstFirst } from "./sub-agents";

describe("the session's own list", () => {
  it("reads what agents usually write", () => {
    const [result] = fromJson([
      {
        sub_agent_type: "SECURITY",
        activation_reason: "auth changed",
        status: "PASS",
        summary: "No findings",
        score: "91",
        executed_at: "2026-11-01T10:00:00Z",
      },
    ]);
    expect(result).toMatchObject({
      type: "SECURITY",
      outcome: "PASS",
      score: 91,
      reason: "auth changed",
      summary: "No findings",
      at: "2026-11-01T10:00:00Z",
      rest: null,
    });
  });

  it("keeps what it does not know", () => {
    const [result] = fromJson([
      { status: "odd", score: { of: 3 }, findings: [1, 2], summary: null, recommendations: [{}] },
    ]);
    expect(result).toMatchObject({ outcome: null, status: "odd", score: null });
    expect(result?.rest).toEqual({ score: { of: 3 }, findings: [1, 2], recommendations: [{}] });
  });

  it.each([[null], [undefined], [[]], [{}]])("is empty for %j", (value) => {
    expect(fromJson(value as Json)).toEqual([]);
  });

  it.each([["done"], [7], [{ PASS: 3 }], [[["nested"]]]])("keeps %j as one entry", (value) => {
    expect(fromJson(value as Json)).toHaveLength(1);
    expect(fromJson(value as Json)[0]?.rest).not.toBeNull();
  });

  it("takes any JSON at all", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const results = fromJson(value as Json);
        if (Array.isArray(value)) expect(results).toHaveLength(value.length);
      }),
    );
  });
});

it("reads an outcome however it is spelt", () => {
  expect(outcomeOf("pass")).toBe("PASS");
  expect(outcomeOf("review required")).toBe("REVIEW_REQUIRED");
  expect(outcomeOf("great")).toBeNull();
});

it("puts the worst first", () => {
  const results = fromJson([{ status: "PASS" }, { status: "?" }, { status: "FAIL" }]);
  expect(worstFirst(results).map(({ status }) => status)).toEqual(["FAIL", "?", "PASS"]);
});

describe("a result that stands in both places", () => {
  const listed = (summary: string, more = {}) =>
    fromJson([{ sub_agent_type: "TESTING", status: "PASS", summary, ...more }]);
  const [activation] = listed("All pass").map((each) => ({
    ...each,
    source: "activation" as const,
    took: 12,
  }));
  if (!activation) throw new Error("no activation");

  it("is one result, with what either place tells", () => {
    const merged = merge([activation], listed("All pass", { score: 90, commit: "abc" }));
    expect(merged).toHaveLength(1);
    expect(merged[0]).toMatchObject({ source: "both", took: 12, score: 90 });
    expect(merged[0]?.rest).toEqual({ activation: null, session: { commit: "abc" } });
  });

  it("is two where they disagree, and twice the same is not swallowed", () => {
    expect(merge([activation], listed("Two fail"))).toHaveLength(2);
    const twice = [...listed("All pass"), ...listed("All pass")];
    expect(merge([activation], twice)).toHaveLength(2);
  });
});
