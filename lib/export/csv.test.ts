import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine, type Value } from "./csv";

/** A reader of RFC 4180 that knows nothing of the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  while (cells.lastIndex < text.length) {
    const found = cells.exec(text);
    if (!found) throw new Error(`not CSV: ${text}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Sign by sign: where a cell may begin, and what begins a formula stands there. */
function harmless(text: string): string {
  let begins = true;
  let out = /^[\t\r\n]/.test(text) ? "'" : "";
  for (const sign of text) {
    out += begins && "=+-@＝＋－＠".includes(sign) ? `'${sign}` : sign;
    begins = ";\t\r\n".includes(sign) || (begins && sign.trim() === "");
  }
  return out;
}

const signs = fc.constantFrom(..."=+-@＝＋－＠\t\r\n\"',; a1🙂");
const text = fc.oneof(fc.string({ unit: signs }), fc.string({ unit: "binary" }));
const value: fc.Arbitrary<Value> = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text),
);

test("what was written is read back, and no text begins a formula", () => {
  fc.assert(
    fc.property(fc.array(fc.array(value, { minLength: 1 }), { maxLength: 5 }), (lines) => {
      const read = parse(lines.map(csvLine).join(""));
      expect(read).toEqual(
        lines.map((cells) =>
          cells.map((each) => {
            if (each === null) return "";
            if (typeof each === "number" || typeof each === "boolean") return String(each);
            return harmless(typeof each === "string" ? each : each.join("; "));
          }),
        ),
      );
    }),
  );
});

test.each([
  ["=1+1", "'=1+1"],
  ["＝1+1", "'＝1+1"],
  ["＠SUM(A1)", "'＠SUM(A1)"],
  ["-2", "'-2"],
  ["\t=1", "'\t'=1"],
  ["\ta", "'\ta"],
  [" =1", " '=1"],
  ["a=1", "a=1"],
  ["a; b", "a; b"],
  ["a;=cmd", "a;'=cmd"],
  ["a; -b", "a; '-b"],
])("%j is written as %j", (given, written) => {
  expect(csvLine([given])).toBe(`${written}\r\n`);
});

test("numbers stay numbers and gaps stay gaps", () => {
  expect(csvLine([-2, 0, null, ["a", "b"], [], true, "\r"])).toBe('-2,0,,a; b,,true,"\'\r"\r\n');
});
