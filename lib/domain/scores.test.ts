import { describe, expect, it } from "vitest";
import { bandOf, bandRange, bands, bandWord, domains, nextAction, scored } from "./scores";

describe("bands", () => {
  it.each([
    [100, "excellent"],
    [95, "excellent"],
    [94, "high"],
    [85, "high"],
    [84, "good"],
    [75, "good"],
    [74, "moderate"],
    [65, "moderate"],
    [64, "needs improvement"],
    [1, "needs improvement"],
  ])("%i is %s", (score, word) => {
    expect(bandWord(bandOf(score))).toBe(word);
  });

  it("never takes null or a default zero for a result", () => {
    expect(scored(null)).toBeNull();
    expect(scored(undefined)).toBeNull();
    expect(scored(0)).toBeNull();
    expect(bandWord(bandOf(scored(0)))).toBe("not scored");
  });

  it("are ranges that hold every score once", () => {
    const ranges = bands
      .filter((band) => band !== "unscored")
      .map((band) => ({ band, ...bandRange(band) }));
    for (let score = 0; score <= 100; score++) {
      expect(
        ranges.filter(({ from, to }) => from <= score && score <= to).map(({ band }) => band),
      ).toEqual([bandOf(score)]);
    }
  });

  it("keeps the domains' order", () => {
    expect(domains.map(({ label }) => label)).toEqual([
      "Code quality",
      "Performance",
      "Security",
      "UX/Accessibility",
    ]);
  });
});

describe("next action", () => {
  it.each([
    ["completed", 50, "Implementation complete"],
    ["active", 95, "Excellent quality - ready for handoff"],
    ["failed", 85, "High quality - minor improvements needed"],
    ["paused", 75, "Good quality - address key issues"],
    ["cancelled", 65, "Moderate quality - significant work needed"],
    ["active", 64, "Implementation in progress"],
    ["active", null, "Implementation in progress"],
    ["failed", 64, "Quality needs improvement"],
    ["paused", null, "Quality needs improvement"],
  ])("%s with %s: %s", (status, quality, words) => {
    expect(nextAction(status, quality)).toBe(words);
  });
});
