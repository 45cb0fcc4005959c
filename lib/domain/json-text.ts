import type { Json } from "@/lib/supabase/database.types";

/** More than a person edits in a text area. */
export const JSON_LIMIT = 50_000;
const DEEPEST = 30;

/**
 * A value as a person edits it: a list of plain lines one a line, everything else as JSON, nothing
 * as "". Null where it is too large or too deep to be edited by hand.
 */
export function jsonToText(value: Json): string | null {
  if (value === null) return "";
  if (isDeeper(value, DEEPEST)) return null;
  const text = asLines(value) ?? JSON.stringify(value, null, 2);
  return text.length <= JSON_LIMIT ? text : null;
}

/** Whatever would not come back from its lines as it was has none. */
function asLines(value: Json): string | null {
  if (!Array.isArray(value) || !value.every((each) => typeof each === "string")) return null;
  const text = value.join("\n");
  const read = textToJson(text);
  const same =
    "value" in read &&
    Array.isArray(read.value) &&
    read.value.length === value.length &&
    read.value.every((each, index) => each === value[index]);
  return same ? text : null;
}

function isDeeper(value: Json | undefined, than: number): boolean {
  if (value === null || typeof value !== "object") return false;
  return than === 0 || Object.values(value).some((each) => isDeeper(each, than - 1));
}

type Read = { value: Json } | { error: string };

/** What was meant: JSON where it begins like JSON or is a single value of it, else a list of its lines. */
export function textToJson(text: string): Read {
  const given = text.trim();
  if (given === "") return { value: null };
  if (/^[[{"]/.test(given) || isWord(given)) return parse(given);
  const lines = given.split("\n").map((line) => line.trim());
  return { value: lines.filter(Boolean) };
}

const isWord = (text: string) => /^(true|false|null|-?\d+(\.\d+)?([eE][+-]?\d+)?)$/.test(text);

function parse(text: string): Read {
  const problems = new Set<string>();
  try {
    const value = JSON.parse(text, (key, each) => {
      for (const part of [key, each]) {
        if (typeof part === "string" && (part.includes("\0") || !part.isWellFormed())) {
          problems.add("It holds characters that cannot be saved.");
        }
      }
      if (typeof each === "number" && !isKept(each)) {
        problems.add("It holds a number that would be rounded: put it in quotes.");
      }
      return each;
    });
    if (isDeeper(value, DEEPEST)) problems.add("It is nested too deeply.");
    const [problem] = problems;
    return problem ? { error: problem } : { value };
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : "it is too deep";
    return {
      error: `This begins like JSON and is none yet: ${reason}. Text that is no JSON begins with another sign than [, { or ".`,
    };
  }
}

const isKept = (number: number) =>
  Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
