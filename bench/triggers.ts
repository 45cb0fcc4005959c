import type { Sql } from "postgres";

/** Turns the triggers that follow writers on or off. Meanwhile cards fall behind, so rebuild them. */
export async function follow(sql: Sql, on: boolean) {
  const triggers = await sql`
    select format('alter table %s %s trigger %I', tgrelid::regclass,
      ${on ? "enable" : "disable"}::text, tgname) as statement
    from pg_trigger where tgname like 'exhibit\\_track\\_%'`;
  if (triggers.length === 0) throw new Error("The triggers were not found.");
  await sql.unsafe(triggers.map(({ statement }) => statement).join(";"));
}
