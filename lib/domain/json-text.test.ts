import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "@/lib/supabase/database.types";
import { JSON_LIMIT, jsonToText, textToJson } from "./json-text";

test.each<[string, Json]>([
  ["", null],
  ["Opens in a second", ["Opens in a second"]],
  ["One\nTwo\nOne", ["One", "Two", "One"]],
  ["- [x] done\n42", ["- [x] done", "42"]],
  ["[]", []],
  ['[\n  "two\\nlines",\n  "one"\n]', ["two\nlines", "one"]],
  ['[\n  " room "\n]', [" room "]],
  ['[\n  ""\n]', [""]],
  ['[\n  "[x] done"\n]', ["[x] done"]],
  ['[\n  "42"\n]', ["42"]],
  ["42", 42],
  ["false", false],
  ['"a word"', "a word"],
  ['[\n  "a",\n  1\n]', ["a", 1]],
  ['[\n  {\n    "id": "FR-1",\n    "must": true\n  }\n]', [{ id: "FR-1", must: true }]],
])("%j is shown for, and read as, %j", (text, value) => {
  expect(jsonToText(value)).toBe(text);
  expect(textToJson(text)).toEqual({ value });
});

test("whatever is shown comes back as it was", () => {
  const strings = fc.oneof(
    fc.string(),
    fc.constantFrom("a\nb", "\r", " a", "[", '"', "{}", "1", "null", "\u2028", "é🧪", ""),
  );
  fc.assert(
    fc.property(fc.oneof(fc.array(strings), fc.jsonValue({ depthSize: "medium" })), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as Json;
      const text = jsonToText(json);
      // A browser sends line ends of its own, and the form takes the room around away.
      const sent = text?.replaceAll("\n", "\r\n").replace(/\r\n?/g, "\n").trim() ?? "";
      const read = textToJson(sent);
      if ("error" in read) expect(read.error).toMatch(/rounded|cannot be saved/);
      else expect(read.value).toEqual(json);
    }),
    { numRuns: 2000 },
  );
});

test("people's lines lose their empty ones and the room around them", () => {
  expect(textToJson("\n  One \n\n Two\n")).toEqual({ value: ["One", "Two"] });
});

test.each([
  ['["a",]', /none yet: .*JSON/],
  ["{", /none yet: .*JSON/],
  ["[x] done\n[ ] open", /begins with another sign/],
  ['"quoted" and on', /none yet/],
  ["[".repeat(40) + "]".repeat(40), /too deeply/],
  ["[".repeat(20_000) + "]".repeat(20_000), /too deep/],
  ['["\\u0000"]', /characters that cannot be saved/],
  ['{"\\ud800": 1}', /characters that cannot be saved/],
  ["[12345678901234567890]", /rounded/],
  ["[1e999]", /rounded/],
])("%j is refused with the reason", (text, reason) => {
  const read = textToJson(text);
  expect("error" in read ? read.error : read).toMatch(reason);
});

test("what is too large or too deep for a text area is not offered there", () => {
  let deep: Json = 1;
  for (let level = 0; level < 3000; level++) deep = [deep];
  expect(jsonToText(deep)).toBeNull();
  expect(jsonToText(["x".repeat(JSON_LIMIT)])).not.toBeNull();
  expect(jsonToText(["x".repeat(JSON_LIMIT + 1)])).toBeNull();
});
