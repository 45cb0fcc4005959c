import { describe, expect, it } from "vitest";
import { differenceFinding, differenceWords, overturnedFinding } from "./judgement";

const domain = (name: string, cases: number, difference: number) => ({ name, cases, difference });

describe("where reviewers and agents differ", () => {
  it("is the domain with the largest difference, of those with cases enough", () => {
    expect(
      differenceFinding([
        domain("Security", 4, -15.6),
        domain("Performance", 9, 3),
        domain("UX/Accessibility", 1, -80),
      ]),
    ).toBe("Reviewers score security 16 lower than the agents");
    expect(differenceFinding([domain("UX/Accessibility", 3, 2)])).toBe(
      "Reviewers score UX/Accessibility 2 higher than the agents",
    );
  });

  it("makes nothing of nothing, of a few cases, and of no difference", () => {
    expect(differenceFinding([])).toBe("No reviewer has given a score of their own");
    expect(differenceFinding([domain("Security", 2, -40)])).toBe(
      "Reviewers gave 2 scores: too few to compare",
    );
    expect(differenceFinding([domain("Security", 5, 0.3)])).toBe(
      "Reviewers score as the agents do",
    );
    expect(differenceWords(-0.4)).toBe("the same");
  });
});

describe("how often people overturn sub-agents", () => {
  it("counts results over all of them", () => {
    const agents = [
      { name: "Testing", cases: 5, overturned: 2 },
      { name: "Design", cases: 1, overturned: 0 },
    ];
    expect(overturnedFinding(agents)).toBe("People overturned 2 of 6 sub-agent results");
  });

  it("says so where there is nothing to count, and where nobody disagreed", () => {
    expect(overturnedFinding([])).toBe("No session with a sub-agent’s result has a verdict");
    expect(overturnedFinding([{ name: "Testing", cases: 3, overturned: 0 }])).toBe(
      "People agreed with every sub-agent",
    );
  });
});
