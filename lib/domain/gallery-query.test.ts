import { expect, test } from "vitest";
import { encodeCursor } from "@/lib/keyset";
import { galleryHref, isFiltered, parseGalleryQuery, sinceOf } from "./gallery-query.ts";

const id = "82cf56b1-999f-4801-aaf8-bf4f513580dc";
const read = (address: string) => {
  const { searchParams } = new URL(address, "http://x");
  const params: Record<string, string[]> = {};
  for (const name of searchParams.keys()) params[name] = searchParams.getAll(name);
  return parseGalleryQuery(params);
};

test("asks for nothing where the address does not", () => {
  const { query, notices } = read("/gallery");
  expect(query).toEqual({
    sd: "",
    type: "",
    status: "",
    period: "",
    pictures: "",
    demo: false,
    byDirective: false,
    after: null,
  });
  expect(notices).toEqual([]);
  expect(isFiltered(query)).toBe(false);
  expect(galleryHref({ ...query, after: undefined })).toBe("/gallery");
});

test("an address says all of it, and again the same", () => {
  const cursor = { sort: "newest", value: "2026-11-16T08:00:00.000001+00:00", id };
  const asked = {
    sd: "SD-UI-014 & more",
    type: "UI_COMPONENT",
    status: "completed",
    period: "30",
    pictures: "unchanged",
    demo: true,
    byDirective: true,
  } as const;
  const { query, notices } = read(galleryHref({ ...asked, after: encodeCursor(cursor) }));
  expect(query).toEqual({ ...asked, after: cursor });
  expect(notices).toEqual([]);
  expect(isFiltered(query)).toBe(true);
});

test("what makes no sense is left out, and said", () => {
  const { query, notices } = read(
    "/gallery?type=X&status=melted&period=31&pictures=maybe&demo=2&by=colour&after=zzz",
  );
  expect(isFiltered(query)).toBe(false);
  expect(query).toMatchObject({ byDirective: false, after: null });
  expect(notices).toHaveLength(7);
  expect(read(`/gallery?sd=${"x".repeat(200)}`).query.sd).toHaveLength(100);
});

test("how one looks at it is no filter", () => {
  expect(isFiltered(read("/gallery?by=directive").query)).toBe(false);
});

test("a period counts back from now", () => {
  const now = Date.parse("2026-11-30T12:00:00Z");
  expect(sinceOf(read("/gallery?period=7").query, now)).toBe("2026-11-23T12:00:00.000Z");
  expect(sinceOf(read("/gallery").query, now)).toBeUndefined();
});
