import { describe, expect, test } from "vitest";
import { comparedWeek, domainsFinding, mostFinding, typesFinding } from "./findings-groups";

const medians = (...four: (number | null)[]) => {
  const [codeQuality = null, performance = null, security = null, uxAccessibility = null] = four;
  return { medians: { codeQuality, performance, security, uxAccessibility } };
};

describe("the domains", () => {
  test.each([
    ["No session has a domain score", []],
    ["No session has a domain score", [[null, null, null, null]]],
    ["Only security is scored: median 80", [[null, null, 80]]],
    ["Only UX/accessibility is scored: median 0", [[80], [null, null, null, 0]]],
    ["Security trails the other domains by 9", [[90, 86, 77, 92]]],
    ["Security trails code quality by 9", [[86, null, 77, null]]],
    ["Code quality trails the other domains by 86", [[0, 86, null, 90]]],
    ["Security and UX/accessibility trail the other domains by 8.5", [[84, 84.5, 75.5, 75.5]]],
    ["Code quality, performance and security trail UX/accessibility by 1", [[80, 80, 80, 81]]],
    ["All four domains stand at 80", [[80, 80, 80, 80]]],
    ["Code quality and security stand at 80", [[80, null, 80, null]]],
    // A newer week with one domain alone has nothing to compare.
    ["Performance trails the other domains by 5", [[80, 75, 90, 80], [60], []]],
    [
      "Security trails the other domains by 1",
      [
        [80, 75, 90, 80],
        [90, 90, 89, 90],
      ],
    ],
  ])("%s", (words, weeks) => {
    expect(domainsFinding(weeks.map((four) => medians(...four)))).toBe(words);
  });

  test("are compared in the newest week that allows it", () => {
    const weeks = [medians(80, 75), medians(80, 70), medians(60)];
    expect(comparedWeek(weeks)).toBe(weeks[1]);
    expect(comparedWeek([medians(60)])).toBeUndefined();
  });
});

test.each([
  ["No session has a quality score", []],
  ["No session has a quality score", [["UI component", null]]],
  [
    "Only UI component has scored sessions: median 80",
    [
      ["UI component", 80],
      ["Authentication", null],
    ],
  ],
  [
    "Authentication scores lowest, with a median of 0",
    [
      ["UI component", 80],
      ["Authentication", 0],
    ],
  ],
  [
    "UI component and authentication score lowest, both with a median of 64.5",
    [
      ["UI component", 64.5],
      ["API endpoint", 70],
      ["Authentication", 64.5],
    ],
  ],
  [
    "3 types score lowest, with a median of 60",
    [
      ["A", 60],
      ["B", 60],
      ["C", 60],
      ["D", 61],
    ],
  ],
  [
    "Both types have a median of 80",
    [
      ["A", 80],
      ["B", 80],
    ],
  ],
] as [string, [string, number | null][]][])("%s", (words, types) => {
  expect(typesFinding(types.map(([label, median]) => ({ label, median })))).toBe(words);
});

test.each([
  ["No check failed", []],
  ["No check failed", [["testing", 0]]],
  [
    "The only failing check comes from testing",
    [
      ["testing", 1],
      ["security", 0],
    ],
  ],
  [
    "All 7 failing checks come from testing",
    [
      ["testing", 7],
      ["security", 0],
    ],
  ],
  [
    "Half of the 12 failing checks come from testing",
    [
      ["testing", 6],
      ["security", 4],
      ["design", 2],
    ],
  ],
  [
    "3 of the 5 failing checks come from testing",
    [
      ["security", 2],
      ["testing", 3],
    ],
  ],
  [
    "Testing and security have the most failing checks, 3 each",
    [
      ["testing", 3],
      ["security", 3],
      ["design", 1],
    ],
  ],
  [
    "4 types have the most failing checks, 1 each",
    [
      ["a", 1],
      ["b", 1],
      ["c", 1],
      ["d", 1],
    ],
  ],
] as [string, [string, number][]][])("%s", (words, groups) => {
  const said = {
    one: "failing check",
    many: "failing checks",
    none: "No check failed",
    isOf: { one: "comes from", many: "come from" },
  };
  expect(
    mostFinding(
      groups.map(([label, number]) => ({ label, number })),
      said,
    ),
  ).toBe(words);
});
