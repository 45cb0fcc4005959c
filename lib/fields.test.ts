import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import {
  dayToCome,
  given,
  jsonText,
  lines,
  link,
  newId,
  optional,
  percent,
  required,
  seen,
  several,
  ticked,
  uuid,
} from "./fields";

/** What was read, or in words why not. */
function read(schema: z.ZodType, value: unknown): unknown {
  const { success, data, error } = schema.safeParse(value);
  return success ? data : `! ${error.issues[0]?.message}`;
}

const unsaved = "! This holds characters that cannot be saved.";
const name = required(10, "Give it a name.");

test.each<[unknown, unknown]>([
  ["a", "a"],
  ["  a\r\nb\rc  ", "a\nb\nc"],
  ["", "! Give it a name."],
  [" \n\t ", "! Give it a name."],
  ["1234567890", "1234567890"],
  ["🧪".repeat(10), "🧪".repeat(10)],
  ["12345678901", "! Use 10 characters or fewer."],
  ["a\0b", unsaved],
  ["a\ud800b", unsaved],
  ["\udc00", unsaved],
])("a text that must be there: %j", (value, expected) => {
  expect(read(name, value)).toEqual(expected);
});

test.each([[undefined], [null], [7], [["a", "b"]], [{ a: 1 }]])(
  "%j is no text: it was not sent by our form",
  (value) => {
    for (const schema of [name, given(10).unwrap(), lines(2, 5), percent, newId(9, "A-1")]) {
      expect(schema.safeParse(value).success).toBe(false);
    }
  },
);

test("what may be left empty is null then, or as empty as it was sent", () => {
  expect(read(optional(10), " ")).toBeNull();
  expect(read(optional(10), undefined)).toBeNull();
  expect(read(optional(10), " a ")).toBe("a");
  expect(read(optional(3), "four")).toBe("! Use 3 characters or fewer.");
  expect(read(optional(2000), "\0")).toBe(unsaved);
  expect(read(given(10), "")).toBe("");
  expect(read(given(10), undefined)).toBeUndefined();
  expect(read(given(60_000), "x".repeat(60_001))).toBe("! Use 60,000 characters or fewer.");
});

test.each<[string, unknown]>([
  ["", []],
  ["\n \n", []],
  [" one \r\n\r\ntwo\none", ["one", "two"]],
  ["1\n2\n3\n4", "! Use 3 lines or fewer."],
  ["123456", "! Use 5 characters a line or fewer."],
  ["x".repeat(19), "! Use 18 characters or fewer."],
  ["a\0", unsaved],
])("lines: %j", (value, expected) => {
  expect(read(lines(3, 5), value)).toEqual(expected);
});

const noPercent = "! Enter a whole number from 0 to 100, or leave it empty.";
test.each<[string, unknown]>([
  ["", null],
  ["  ", null],
  ["0", 0],
  [" 7 ", 7],
  ["007", 7],
  ["100", 100],
  ["101", noPercent],
  ["1.5", noPercent],
  ["-1", noPercent],
  ["1e2", noPercent],
  ["0x1", noPercent],
  ["٧", noPercent],
  ["7 %", noPercent],
  ["null", noPercent],
  ["0000", noPercent],
])("percent: %j", (value, expected) => {
  expect(read(percent, value)).toEqual(expected);
});

const noLink = "! Enter an address that begins with https://, http:// or /.";
test.each<[string, unknown]>([
  ["", null],
  [" https://example.com/a ", "https://example.com/a"],
  ["/demo/board.png", "/demo/board.png"],
  ["javascript:alert(1)", noLink],
  ["JaVaScRiPt:alert(1)", noLink],
  ["java\nscript:alert(1)", noLink],
  ["data:text/html,x", noLink],
  ["//elsewhere.example", noLink],
  ["/\\elsewhere.example", noLink],
  ["example.com", noLink],
  ["https://", noLink],
  [`https://example.com/${"x".repeat(2000)}`, "! Use 2,000 characters or fewer."],
  ["https://example.com/\0", unsaved],
])("a link: %j", (value, expected) => {
  expect(read(link, value)).toEqual(expected);
});

const noId = "! Use letters, digits and single hyphens, such as SD-UI-014.";
test.each<[string, unknown]>([
  [" sd-ui-014 ", "SD-UI-014"],
  ["A", "A"],
  ["", "! Give it an id."],
  ["SD--1", noId],
  ["-SD", noId],
  ["SD-", noId],
  ["1-SD", noId],
  ["SD/1", noId],
  ["SD 1", noId],
  ["..", noId],
  ["ſd", noId],
  ["SD-Ü", noId],
  ["SD\n1", noId],
  ["X".repeat(51), "! Use 50 characters or fewer."],
])("a new id: %j", (value, expected) => {
  expect(read(newId(50, "SD-UI-014"), value)).toEqual(expected);
});

test("JSON is kept as the text that it was, once it can be read", () => {
  expect(read(jsonText, "One\nTwo")).toBe("One\nTwo");
  expect(read(jsonText, '{"a": [1]}')).toBe('{"a": [1]}');
  expect(read(jsonText, undefined)).toBeUndefined();
  expect(read(jsonText, "[1,")).toMatch(/^! This begins like JSON and is none yet/);
  expect(read(jsonText, '["\\u0000"]')).toMatch(/^! It holds characters/);
  expect(read(jsonText, "[\0]")).toBe(unsaved);
  expect(read(jsonText, "x".repeat(50_001))).toBe("! Use 50,000 characters or fewer.");
});

test("a box counts as ticked when it was sent, and as nothing else", () => {
  expect([read(ticked, "on"), read(ticked, undefined)]).toEqual([true, false]);
  for (const value of ["", "true", "off", ["on", "on"], null]) {
    expect(ticked.safeParse(value).success).toBe(false);
  }
});

test("several of a name come as one, many or none", () => {
  const keys = several(z.string().min(1), 2);
  expect([undefined, "a", ["a", "b"]].map((value) => read(keys, value))).toEqual([
    [],
    ["a"],
    ["a", "b"],
  ]);
  for (const value of [["a", "b", "c"], "", ["a", 7]]) {
    expect(keys.safeParse(value).success).toBe(false);
  }
});

test.each(["", "1", "82cf56b1-999f-4801-aaf8-bf4f513580d", "82cf56b1999f4801aaf8bf4f513580dc'"])(
  "%j is no id of ours",
  (value) => {
    expect(read(uuid, value)).toBe("! This form is damaged. Open the page again.");
  },
);

test.each(["-1", "1.5", "one", "1e400", "9007199254740993", "NaN", undefined])(
  "%j is no event that was seen",
  (value) => {
    expect(seen.safeParse(value).success).toBe(false);
  },
);

test("an event that was seen is a number", () => {
  expect([read(seen, "0"), read(seen, "1234567890")]).toEqual([0, 1234567890]);
});

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-25T12:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

test.each<[string, unknown]>([
  ["2026-11-25", "2026-11-25T23:59:59Z"],
  ["2027-11-25", "2027-11-25T23:59:59Z"],
  ["2026-11-24", "! Choose a day to come."],
  ["1999-01-01", "! Choose a day to come."],
  ["2027-11-27", "! Choose a day within a year."],
  ["2026-02-30", "! Choose a day."],
  ["2026-13-01", "! Choose a day."],
  ["tomorrow", "! Choose a day."],
  ["2026-12-01T00:00:00Z", "! Choose a day."],
  ["", "! Choose a day."],
  ["infinity", "! Choose a day."],
])("a day to come: %j", (value, expected) => {
  expect(read(dayToCome, value)).toEqual(expected);
});
