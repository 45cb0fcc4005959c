import type { Sql } from "../../../scripts/backend/database.ts";
import { unique } from "./unique.ts";

export const directiveRow = (id = unique("SD")) => ({
  id,
  title: "Bottom bar on phones",
  status: "in_progress",
  category: "feature",
  priority: "high",
  description: "Four destinations in reach of the thumb.",
  rationale: "Sixty percent of opens are on phones.",
  scope: "Navigation below 640 px.",
});

/** The number of a table's rows, as its owner sees them. */
export async function countRows(sql: Sql, table: string): Promise<number> {
  const [row] = await sql`select count(*)::int from ${sql(table)}`;
  return row?.count;
}

/** A directive of the test's own. */
export async function makeDirective(sql: Sql, values: Record<string, unknown> = {}) {
  const row = { ...directiveRow(), ...values };
  await sql`insert into public.strategic_directives_v2 ${sql(row)}`;
  return row.id;
}

type SessionValues = { sd_id?: string; implementation_type?: string; [column: string]: unknown };

/** A session, on a directive of its own where none is named. */
export async function makeSession(sql: Sql, values: SessionValues = {}) {
  const sd_id = values.sd_id ?? (await makeDirective(sql));
  const row = { implementation_type: "GENERAL_FEATURE", ...values, sd_id };
  const [made] = await sql`
    insert into public.exec_implementation_sessions ${sql(row)} returning id`;
  return { id: String(made?.id), sd_id };
}

/** Accounts that can do no more than be named. */
export async function makePeople(sql: Sql, count: number): Promise<string[]> {
  const made = await sql`
    insert into auth.users (id, email)
    select gen_random_uuid(), gen_random_uuid() || '@exhibit.test' from generate_series(1, ${count})
    returning id`;
  return made.map(({ id }) => String(id));
}

/** Rows of a query, as plain objects. */
export async function rows(query: Promise<Iterable<unknown>>): Promise<unknown[]> {
  return [...(await query)].map((row) => ({ ...(row as object) }));
}
