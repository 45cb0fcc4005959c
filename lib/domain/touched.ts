import { createHash } from "node:crypto";

type Values = Record<string, string | number | null | undefined>;

/**
 * Of each field of a form, a mark of what it showed. Sent along, it tells what somebody typed from
 * what only came back, which must neither change a value nor undo somebody else's change.
 */
export function marksOf(shown: Values): string {
  const marks = Object.entries(shown).map(([name, value]) => [name, markOf(value)]);
  return JSON.stringify(Object.fromEntries(marks));
}

/**
 * The names of the values that are not what was shown, and of those that are; without marks nothing
 * was. A field that the form does not have is neither.
 */
export function touchedOf(values: Values, marks = "{}") {
  const shown = new Map(Object.entries(readMarks(marks)));
  const names = Object.keys(values).filter((name) => values[name] !== undefined);
  const isTouched = (name: string) => markOf(values[name]) !== shown.get(name);
  return {
    touched: names.filter(isTouched),
    untouched: names.filter((name) => !isTouched(name)),
  };
}

/** As it comes back: browsers have line ends of their own, and forms take the room around away. */
function markOf(value: Values[string]): string {
  const text = String(value ?? "")
    .replace(/\r\n?/g, "\n")
    .trim();
  return createHash("sha256").update(text).digest("base64url").slice(0, 12);
}

function readMarks(marks: string): object {
  try {
    return Object(JSON.parse(marks));
  } catch {
    return {};
  }
}
