import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paramsOf } from "@/lib/query";
import { viewHref, viewLists, viewQuery } from "./views";

const id = "0f8fad5b-d9cb-469f-a165-70867728950e";

describe("what a view keeps", () => {
  test("is the filters and the order, in one form", () => {
    const params = { sort: "oldest", status: ["failed", "active"], stale: "1", q: "a & b c&d" };
    const query = viewQuery("sessions", params);
    expect(query).toBe("q=a+%26+b+c%26d&status=active&status=failed&stale=1&sort=oldest");
    expect(viewQuery("sessions", paramsOf(query))).toBe(query);
    expect(viewQuery("directives", { session: "none", sort: "recent" })).toBe("session=none");
  });

  test("is neither the page nor the view that was open, nor what nobody knows", () => {
    const params = { after: "x", view: id, status: "melted", "quality-from": "120", onload: "1" };
    expect(viewQuery("sessions", params)).toBe("");
  });
});

test("a view's address says which it is", () => {
  expect(viewHref("sessions", { id, query: "status=active" })).toBe(
    `/sessions?status=active&view=${id}`,
  );
  expect(viewHref("directives", { id, query: "" })).toBe(`/directives?view=${id}`);
});

test("whatever was kept, its address is one of the list and reads as the same view", () => {
  const names = fc.constantFrom("status", "q", "sort", "view", "after", "app", "__proto__", "//");
  const pairs = fc.array(fc.tuple(names, fc.string()));
  const kept = fc.oneof(
    fc.string(),
    pairs.map((all) => new URLSearchParams(all).toString()),
  );
  fc.assert(
    fc.property(fc.constantFrom(...viewLists), kept, (list, query) => {
      const href = viewHref(list, { id, query });
      const { origin, pathname, search, hash } = new URL(href, "https://exhibit.example");
      expect([origin, pathname, hash]).toEqual(["https://exhibit.example", `/${list}`, ""]);
      expect(new URLSearchParams(search).getAll("view")).toEqual([id]);
      expect(viewQuery(list, paramsOf(search))).toBe(viewQuery(list, paramsOf(query)));
    }),
  );
});
