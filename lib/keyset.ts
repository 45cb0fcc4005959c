import { z } from "zod";

/** What a page of a list is ordered by. All of it is compared by the database. */
export type KeyKind = "time" | "number" | "text";
/** One order of a list. The column is never null. The words follow "showing" and "Sort". */
export type Sort = { column: string; ascending: boolean; kind: KeyKind; words: string };
/** The column that decides between rows of the same value. */
export type IdColumn = { column: string; kind: "uuid" | "text" };

/** Where a page ends: the sort it belongs to, the last row's value in it, and its id. */
export type Cursor = { sort: string; value: string | number; id: string };

/** A time as the database gave it, to the microsecond, within what it takes back. */
const time = z.union([
  z.enum(["infinity", "-infinity"]),
  z.iso.datetime({ offset: true }).regex(/^(?!0000).*(Z|[+-](0\d|1[0-4]):\d\d)$/),
]);
const text = z
  .string()
  .max(500)
  .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value));
const values = { time, number: z.int32(), text } satisfies Record<KeyKind, z.ZodType>;
const ids = { uuid: z.guid(), text };

export function encodeCursor({ sort, value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString("base64url");
}

/** Null for anything that we did not write for this sort. */
export function decodeCursor(
  encoded: string,
  sort: string,
  kind: KeyKind,
  idKind: IdColumn["kind"],
): Cursor | null {
  if (encoded.length > 3000) return null;
  const schema = z.tuple([z.literal(sort), values[kind], ids[idKind]]);
  try {
    const [, value, id] = schema.parse(JSON.parse(Buffer.from(encoded, "base64url").toString()));
    return { sort, value, id };
  } catch {
    return null;
  }
}

/** The part of a supabase-js query that a page needs. */
type Query = {
  filter(column: string, operator: string, value: unknown): Query;
  or(condition: string): Query;
  order(column: string, options: { ascending: boolean }): Query;
};

/**
 * The rows after the cursor, in order. The bound beside the condition says nothing new, but
 * without it the index is not used: 306 ms against 0.5 ms at a million rows.
 */
export function inOrder<Q extends Query>(
  query: Q,
  { column, ascending }: Sort,
  id: IdColumn,
  after: Cursor | null,
): Q {
  const begun = after
    ? query
        .filter(column, ascending ? "gte" : "lte", after.value)
        .or(afterCursor(column, ascending, id.column, after))
    : query;
  return begun.order(column, { ascending }).order(id.column, { ascending }) as Q;
}

export function afterCursor(column: string, ascending: boolean, idColumn: string, after: Cursor) {
  const than = ascending ? "gt" : "lt";
  const value = quote(String(after.value));
  return `${column}.${than}.${value},and(${column}.eq.${value},${idColumn}.${than}.${quote(after.id)})`;
}

/**
 * A page of the rows read, of which there may be one more than the page has, and the cursor for
 * the next one.
 */
export function cutPage<Row extends Record<string, unknown>>(
  rows: Row[],
  size: number,
  slug: string,
  { column }: Sort,
  id: IdColumn,
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  if (!last) return { rows: shown, next: null };
  const cursor = {
    sort: slug,
    value: last[column] as Cursor["value"],
    id: String(last[id.column]),
  };
  return { rows: shown, next: encodeCursor(cursor) };
}

/** A value within a condition or a list: times and names hold signs that mean something there. */
export function quote(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}

/** The value of an `in` filter; that of supabase-js leaves quotes within names as they are. */
export function listOf(values: readonly string[]): string {
  return `(${values.map(quote).join()})`;
}

/**
 * A pattern that finds the text anywhere, its own signs taken as text. "*" is PostgREST's "%" and
 * cannot be escaped, and the signs of its conditions could only be quoted, which not every backend
 * undoes for patterns: for those "_", which takes any one character.
 */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&").replace(/[*,()"]/g, "_")}%`;
}

/**
 * For `or`, once for each text that a column has to hold in any case: of several filters on one column
 * the embedded server takes the last alone.
 */
export const having = (column: string, text: string) => `${column}.ilike.${containing(text)}`;
