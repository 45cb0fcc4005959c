// Fills an empty database with sessions in any number.
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import postgres, { type Sql } from "postgres";
import { history } from "./history.ts";
import { type Each, withoutIndexes } from "./indexes.ts";
import { home, ownerUrl } from "./instance.ts";
import { DIRECTIVES, helpers, PER_BLOCK, rows } from "./rows.ts";

/** Of sessions, in one statement. */
const CHUNK = 10_000;

const written = [
  "strategic_directives_v2",
  "product_requirements_v2",
  "exec_implementation_sessions",
  "exec_quality_checkpoints",
  "exec_sub_agent_activations",
  "exec_handoff_preparations",
  "exec_session_events",
  "exec_session_reviews",
];

/** What triggers would keep: each table, the view that says what is in it, and its key. */
const kept = [
  { table: "exec_session_cards", source: "session_card_source", key: "session_id", id: "session" },
  {
    table: "exec_session_search",
    source: "session_search_source",
    key: "session_id",
    id: "session",
  },
  { table: "exec_directive_cards", source: "directive_card_source", key: "sd_id", id: "directive" },
];

const ranges = (count: number) =>
  Array.from({ length: Math.ceil(count / CHUNK) }, (_, i) => ({
    from: i * CHUNK,
    to: Math.min(count, (i + 1) * CHUNK),
  }));

async function keep(
  sql: Sql,
  each: Each,
  { table, source, key, id }: (typeof kept)[number],
  count: number,
) {
  const [found] = await sql`
    select string_agg(quote_ident(attname), ', ' order by attnum) as columns
    from pg_attribute where attrelid = ${`exhibit.${source}`}::regclass and attnum > 0`;
  await withoutIndexes(sql, each, [table], () =>
    each(ranges(count), ({ from, to }) =>
      sql.unsafe(
        `insert into public.${table} (${found?.columns})
        select * from exhibit.${source} where ${key} = any (array(
          select bench.${id}(n) from generate_series($1::bigint, $2::bigint - 1) n))`,
        [from, to],
      ),
    ),
  );
}

async function fill(sql: Sql, each: Each, count: number) {
  await sql.unsafe(helpers);
  await withoutIndexes(sql, each, written, () =>
    each(ranges(count), ({ from, to }) => sql.unsafe(rows(history), [from, to])),
  );
  for (const part of kept) {
    await keep(sql, each, part, part.id === "session" ? count : (count / PER_BLOCK) * DIRECTIVES);
  }
  await sql`select exhibit.rebuild_counts()`;
  await sql`vacuum analyze`;
  await sql.unsafe("drop schema bench cascade");
}

/** As quick as it goes: nothing of it is needed after a fall of the machine. */
function connect(place: typeof home, max: number) {
  return postgres(ownerUrl(place), {
    max,
    onnotice: () => {},
    connection: {
      // No triggers: witnessed all at once, it would be a history of one moment.
      session_replication_role: "replica",
      synchronous_commit: false,
      maintenance_work_mem: "1GB",
      work_mem: "256MB",
      max_parallel_workers_per_gather: 0,
      max_parallel_maintenance_workers: 0,
      jit: false,
    },
  });
}

const meanwhile = { max_wal_size: "8GB", autovacuum: "off" };

/** Unless it was filled before. */
export async function generate(place = home) {
  const connections = Math.min(4, availableParallelism());
  const sql = connect(place, connections);
  const each: Each = async (items, work) => {
    const rest = items.values();
    const worker = async () => {
      for (const item of rest) await work(item);
    };
    await Promise.all(Array.from({ length: connections }, worker));
  };
  try {
    const [there] = await sql`
      select (select count(*)::integer from public.exec_implementation_sessions) as sessions,
        to_regnamespace('bench') is not null as unfinished`;
    if (there?.sessions === place.sessions && !there.unfinished) return;
    if (there?.sessions > 0 || there?.unfinished) {
      throw new Error(`${place.folder} is filled in part, or by somebody else. Remove it.`);
    }
    for (const [name, value] of Object.entries(meanwhile)) {
      await sql.unsafe(`alter system set ${name} = '${value}'`);
    }
    await sql`select pg_reload_conf()`;
    await fill(sql, each, place.sessions);
  } finally {
    for (const name of Object.keys(meanwhile)) await sql.unsafe(`alter system reset ${name}`);
    await sql`select pg_reload_conf()`;
    await sql.end();
  }
}

/** The id of one of them: those of small numbers are in every database, and the same there. */
export function sessionId(n: number): string {
  const hex = createHash("md5").update(`session ${n}`).digest("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
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
