import { expect, it } from "vitest";
import { facetsOf } from "./facets";

const row = (name: string, value: string | null, sessions: number, more = false) => {
  return { name, value, sessions, more };
};

it("counts all where there are few, and at least so many where there are more", () => {
  const facets = facetsOf([
    row("status", null, 1202),
    row("status", "failed", 2),
    row("status", "completed", 1200),
    row("type", null, 3000, true),
    row("type", "UI_COMPONENT", 17, true),
    row("type", "API_ENDPOINT", 2983, true),
  ]);
  expect(facets("status", "failed")).toBe("2");
  expect(facets("status", "completed")).toBe("1,000+");
  expect(facets("status", "paused")).toBe("0");
  expect(facets("type", "UI_COMPONENT")).toBe("17+");
  expect(facets("type", "API_ENDPOINT")).toBe("1,000+");
  expect(facets("type", "AUTHENTICATION"), "there may be some").toBeNull();
  expect(facets("app", "EHG"), "nobody counted it").toBeNull();
});
