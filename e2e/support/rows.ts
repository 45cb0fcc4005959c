import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { ownerConnection, type Sql } from "../../scripts/backend/database.ts";

/** As the database's owner; the caller ends it. */
export function owner(): Sql {
  const file = join(process.env.EXHIBIT_DATA ?? "", "keys.env");
  return ownerConnection(parseEnv(readFileSync(file, "utf8")).DATABASE_URL ?? "", 2);
}

const tables = [
  "exec_implementation_sessions",
  "exec_quality_checkpoints",
  "exec_checkpoint_waivers",
  "exec_sub_agent_activations",
  "exec_handoff_preparations",
  "exec_session_reviews",
  "exec_review_assignments",
  "exec_evidence_pairings",
  "exec_evidence_pins",
  "exec_session_events",
];

/** Everything there is about a directive, as text, to be compared. */
export async function everythingOf(sql: Sql, sdId: string): Promise<string[]> {
  const rows = await Promise.all([
    ...tables.map(
      (table) => sql`
        select ${table} || ' ' || to_jsonb(t)::text as row from ${sql(`public.${table}`)} t
        where sd_id = ${sdId} order by 1`,
    ),
    sql`select to_jsonb(t)::text as row from public.strategic_directives_v2 t where id = ${sdId}`,
  ]);
  return rows.flat().map(({ row }) => String(row));
}
