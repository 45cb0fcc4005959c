import { z } from "zod";

/** What a page of a list is ordered by. Text is compared by the database, numbers too. */
export type KeyKind = "time" | "number";

/**
 * Where a page ends: the sort it belongs to, the last row's value in it (null when the row has
 * none: those come last in both directions) and, because values repeat, its id.
 */
export type Cursor = { sort: string; value: string | number | null; id: string };

/** A time as the database gave it, to the microsecond, within what it takes back. */
const time = z.union([
  z.enum(["infinity", "-infinity"]),
  z.iso.datetime({ offset: true }).regex(/^(?!0000).*(Z|[+-](0\d|1[0-4]):\d\d)$/),
]);
const values = { time, number: z.int().min(0).max(100) } satisfies Record<KeyKind, z.ZodType>;

export function encodeCursor({ sort, value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString("base64url");
}

/** Null for anything that we did not write for this sort. */
export function decodeCursor(text: string, sort: string, kind: KeyKind): Cursor | null {
  if (text.length > 300) return null;
  const schema = z.tuple([z.literal(sort), values[kind].nullable(), z.guid()]);
  try {
    const [, value, id] = schema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return { sort, value, id };
  } catch {
    return null;
  }
}

/**
 * The condition for rows after the cursor among those that have a value. It goes with
 * `<column>=lte.<value>` (or gte), without which the index is not used: 306 ms against 0.5 ms at
 * a million rows.
 */
export function afterCursor(
  column: string,
  ascending: boolean,
  value: string | number,
  id: string,
) {
  const than = ascending ? "gt" : "lt";
  const quoted = quote(String(value));
  return `${column}.${than}.${quoted},and(${column}.eq.${quoted},id.${than}.${id})`;
}

/** Times hold signs that mean something in a condition. */
function quote(value: string): string {
  return `"${value}"`;
}

/**
 * A pattern that finds the text anywhere, its own signs taken as text. "*" is PostgREST's "%" and
 * cannot be escaped, and the signs of its conditions could only be quoted, which not every backend
 * undoes for patterns: for those "_", which takes any one character.
 */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&").replace(/[*,()"]/g, "_")}%`;
}
