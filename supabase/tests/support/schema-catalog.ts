// The table as the database's catalog has it, in the same facts as the document.
import type { Sql } from "../../../scripts/backend/database.ts";
import { documentFacts, type Facts } from "./schema-document.ts";

const table = "public.exec_implementation_sessions";

async function read(sql: Sql): Promise<Facts> {
  // So that names come back as the document writes them.
  await sql`set local search_path = public`;
  const facts: Facts = new Map();
  const columns = await sql`
    select c.column_name as name, c.data_type || coalesce('(' || c.numeric_precision || ')', '') as type,
      c.is_nullable as nullable, coalesce(c.column_default, '-') as fallback,
      coalesce(col_description(${table}::regclass, c.ordinal_position), '-') as comment,
      c.is_generated || c.is_identity as made
    from information_schema.columns c
    where c.table_schema = 'public' and c.table_name = 'exec_implementation_sessions'
    order by c.ordinal_position`;
  for (const { name, type, nullable, fallback, comment, made } of columns) {
    facts.set(`column ${name}, type`, made === "NEVERNO" ? type : `${type}, generated`);
    facts.set(`column ${name}, nullable`, nullable);
    facts.set(`column ${name}, default`, fallback);
    facts.set(`column ${name}, comment`, comment);
  }
  facts.set("order of the columns", columns.map(({ name }) => name).join(", "));
  facts.set("number of columns", String(columns.length));

  const constraints = await sql`
    select conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where conrelid = ${table}::regclass and contype <> 'n'`;
  for (const { name, definition } of constraints) facts.set(`constraint ${name}`, definition);

  const indexes = await sql`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and tablename = 'exec_implementation_sessions'`;
  for (const { name, definition } of indexes) facts.set(`index ${name}`, definition);

  const policies = await sql`
    select policyname as name, cmd, roles::text, qual, with_check, permissive from pg_policies
    where schemaname = 'public' and tablename = 'exec_implementation_sessions'`;
  for (const { name, cmd, roles, qual, with_check, permissive } of policies) {
    const more = `${with_check ? ` with check ${with_check}` : ""}${permissive === "PERMISSIVE" ? "" : ", restrictive"}`;
    facts.set(`policy ${name}`, `${cmd} to ${roles} using ${qual}${more}`);
  }
  facts.set("number of policies", String(policies.length));
  const [relation] = await sql`
    select relrowsecurity as enabled from pg_class where oid = ${table}::regclass`;
  facts.set("row level security", relation?.enabled ? "Enabled" : "Disabled");

  const triggers = await sql`
    select tgname as name, pg_get_triggerdef(oid) as definition, tgenabled as enabled
    from pg_trigger
    where tgrelid = ${table}::regclass and not tgisinternal and tgname not like 'exhibit\_%'`;
  for (const { name, definition, enabled } of triggers) {
    const said = definition
      .replace(`CREATE TRIGGER ${name} `, "")
      .replace("ON public.exec_implementation_sessions FOR EACH ROW ", "");
    facts.set(`trigger ${name}`, enabled === "O" ? said : `${said}, not enabled`);
  }
  return facts;
}

/** Every point in which the database's table is not the document's, in words. */
export async function differences(sql: Sql): Promise<string[]> {
  const actual = (await sql.begin((tx) => read(tx as unknown as Sql))) as Facts;
  return compare(documentFacts(), actual);
}

class Rollback extends Error {}

/** The same after a change that is rolled back. */
export async function differencesAfter(sql: Sql, change: string): Promise<string[]> {
  let found: string[] = [];
  const tried = sql.begin(async (tx) => {
    await tx.unsafe(change);
    found = compare(documentFacts(), await read(tx as unknown as Sql));
    throw new Rollback();
  });
  await tried.catch((error) => {
    if (!(error instanceof Rollback)) throw error;
  });
  return found;
}

function compare(documented: Facts, actual: Facts): string[] {
  return [...new Set([...documented.keys(), ...actual.keys()])].flatMap((name) => {
    const [expected, found] = [documented.get(name), actual.get(name)];
    if (expected === found) return [];
    if (found === undefined) return [`${name} is missing, the document says: ${expected}`];
    if (expected === undefined) return [`${name} is not in the document: ${found}`];
    return [`${name} is: ${found}, the document says: ${expected}`];
  });
}
