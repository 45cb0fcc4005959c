import { describe, expect, test } from "vitest";
import { encodeCursor } from "@/lib/keyset";
import {
  directiveHref,
  directivesHref,
  idOfPath,
  isFiltered,
  parseDirectiveQuery,
} from "./directive-query";

const usual = {
  directive: "",
  status: [],
  priority: [],
  app: [],
  session: [],
  type: [],
  sort: "recent",
  view: "",
  after: null,
};

describe("the address of a list", () => {
  test("holds all of what was asked for, and comes back as the same", () => {
    const id = 'SD "odd", 50% \\ é🧪';
    const after = encodeCursor({ sort: "quiet", value: "2026-11-16T09:00:00+00:00", id });
    const asked = {
      directive: "reviewer & co",
      status: ["draft", "implementation_review_required"],
      priority: ["critical"],
      app: ["EHG", "A, B"],
      session: ["failed", "none"],
      type: ["UI_COMPONENT"],
      sort: "quiet",
    } as const;
    const href = directivesHref({ ...structuredClone(asked), after } as never);
    const params: Record<string, string[]> = {};
    for (const [name, value] of new URL(href, "http://x").searchParams) {
      params[name] = [...(params[name] ?? []), value];
    }
    const { query, notices } = parseDirectiveQuery(params);
    expect(notices).toEqual([]);
    expect(query).toMatchObject(asked);
    expect(query.after).toEqual({ sort: "quiet", value: "2026-11-16T09:00:00+00:00", id });
    expect(isFiltered(query)).toBe(true);
  });

  test("is short where nothing was asked for", () => {
    expect(directivesHref()).toBe("/directives?view=all");
    expect(directivesHref({ sort: "recent", status: [], directive: "" })).toBe(
      "/directives?view=all",
    );
    const { query, notices } = parseDirectiveQuery({});
    expect(query).toEqual(usual);
    expect(notices).toEqual([]);
    expect(isFiltered({ ...query, sort: "id" })).toBe(false);
  });
});

test("what it does not know is left out, and said", () => {
  const { query, notices } = parseDirectiveQuery({
    status: ["melted", "draft"],
    session: "asleep",
    sort: "foo",
    after: "nonsense",
  });
  expect(query).toEqual({ ...usual, status: ["draft"] });
  expect(notices).toHaveLength(4);
  expect(notices.join()).toContain("a session status that Exhibit does not know (asleep)");
});

test("an id is one part of the path, whatever it holds", () => {
  expect(directiveHref("SD a/b?c#d%e")).toBe("/directives/SD%20a%2Fb%3Fc%23d%25e");
  expect(idOfPath("SD%20a%2Fb%3Fc%23d%25e")).toBe("SD a/b?c#d%e");
  expect(idOfPath("%25E0%25A4%25A")).toBe("%E0%A4%A");
});

test.each(["%E0%A4%A", "%", "SD%00", "x".repeat(101)])("%s is no id", (part) => {
  expect(idOfPath(part)).toBeNull();
});
