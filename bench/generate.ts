// Sessions in any number, from nothing or on top of those that are there.
import { availableParallelism } from "node:os";
import postgres, { type Sql } from "postgres";
import { history } from "./history.ts";
import { type Each, withoutIndexes } from "./indexes.ts";
import { ownerUrl } from "./instance.ts";
import { BLOCK, helpers, rows } from "./rows.ts";

/** Of sessions, in one statement. */
const CHUNK = 10_000;
const CARDS = 5000;

const written = [
  "public.strategic_directives_v2",
  "public.product_requirements_v2",
  "public.exec_implementation_sessions",
  "public.exec_quality_checkpoints",
  "public.exec_sub_agent_activations",
  "public.exec_handoff_preparations",
  "public.exec_session_events",
  "public.exec_session_reviews",
];

type Range = { from: number; to: number };

function ranges(from: number, to: number, size: number): Range[] {
  const count = Math.ceil((to - from) / size);
  return Array.from({ length: count }, (_, i) => ({
    from: from + i * size,
    to: Math.min(to, from + (i + 1) * size),
  }));
}

/** A card table by the one definition of its cards. */
async function fillCards(
  sql: Sql,
  each: Each,
  card: string,
  ids: { key: string; of: string } & Range,
  size: number,
) {
  const table = `exec_${card}_cards`;
  const source = `exhibit.${card}_card_source`;
  await withoutIndexes(sql, each, [`public.${table}`], async () => {
    const found = await sql`
      select string_agg(quote_ident(attname), ', ' order by attnum) as columns
      from pg_attribute where attrelid = ${source}::regclass and attnum > 0`;
    await each(ranges(ids.from, ids.to, size), ({ from, to }) =>
      sql.unsafe(`
        insert into public.${table} (${found[0]?.columns})
        select * from ${source} where ${ids.key} = any (array(
          select ${ids.of}(n) from generate_series(${from}::bigint, ${to - 1}) n))`),
    );
  });
}

/** Fills the database of the bench up to so many sessions; a multiple of twenty. */
export async function generate(count: number) {
  const connections = Math.min(4, availableParallelism());
  const sql = postgres(ownerUrl(), {
    max: connections,
    onnotice: () => {},
    connection: {
      // Without triggers: witnessed all at once, it would be a history of one moment.
      session_replication_role: "replica",
      synchronous_commit: false,
      maintenance_work_mem: "1GB",
      work_mem: "256MB",
      max_parallel_workers_per_gather: 0,
      max_parallel_maintenance_workers: 0,
      jit: false,
    },
  });
  const each: Each = async (items, work) => {
    const rest = items.values();
    const worker = async () => {
      for (const item of rest) await work(item);
    };
    await Promise.all(Array.from({ length: connections }, worker));
  };
  try {
    const [there] =
      await sql`select count(*)::integer as sessions from public.exec_implementation_sessions`;
    const from = there?.sessions ?? 0;
    if (from >= count) return;
    await sql.unsafe("alter system set max_wal_size = '8GB'");
    await sql`select pg_reload_conf()`;
    await sql.unsafe(helpers);
    const began = performance.now();
    const said = (what: string) =>
      console.log(`  ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    await withoutIndexes(sql, each, written, async () => {
      await each(ranges(from, count, CHUNK), ({ from, to }) =>
        sql.unsafe(rows(history), [from, to]),
      );
      said("rows");
    });
    said("their indexes");
    await fillCards(
      sql,
      each,
      "session",
      { key: "session_id", of: "bench.session", from, to: count },
      CARDS,
    );
    said("session cards");
    const directives = (sessions: number) => (sessions / BLOCK) * 16;
    await fillCards(
      sql,
      each,
      "directive",
      { key: "sd_id", of: "bench.directive", from: directives(from), to: directives(count) },
      CARDS,
    );
    said("directive cards");
  } finally {
    await sql.unsafe("drop schema if exists bench cascade");
    await sql.unsafe("alter system reset max_wal_size");
    await sql`select pg_reload_conf()`;
    await sql.end();
  }
}

/** Sessions to look at, spread over all of them, and of each its directive. */
export async function someSessions(
  count: number,
  which: "any" | "can be paused" = "any",
): Promise<{ id: string; sd_id: string }[]> {
  const sql = postgres(ownerUrl(), { max: 1 });
  const rows = await sql<{ id: string; sd_id: string }[]>`
    select id, sd_id from public.exec_implementation_sessions s
    where ${which === "any"} or status = 'active' and not exists (
      select from public.exec_implementation_sessions where sd_id = s.sd_id and status = 'paused')
    order by md5(sd_id || status) limit ${count}`;
  await sql.end();
  return rows;
}
