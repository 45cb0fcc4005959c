import type { Sql } from "postgres";

/** Works through items on as many connections as there are. */
export type Each = <T>(items: T[], work: (item: T) => PromiseLike<unknown>) => Promise<void>;

/** Those that no constraint rests on, as the server writes them down. */
const secondary = (sql: Sql, tables: string[]) => sql<{ name: string; definition: string }[]>`
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i
  where i.indrelid = any (${tables.map((table) => `public.${table}`)}::text[]::regclass[]) and not i.indisprimary
    and not exists (select from pg_constraint where conindid = i.indexrelid)
  order by name`;

/** Makes them once, when all rows are there, which takes a fraction of keeping them meanwhile. */
export async function withoutIndexes(
  sql: Sql,
  each: Each,
  tables: string[],
  work: () => Promise<unknown>,
) {
  const before = await secondary(sql, tables);
  for (const { name } of before) await sql.unsafe(`drop index ${name}`);
  await work();
  await each(before, ({ definition }) => sql.unsafe(definition));
  const after = await secondary(sql, tables);
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    throw new Error("The indexes are not what they were.");
  }
  await each(tables, (table) => sql.unsafe(`vacuum analyze public.${table}`));
}
