// The counts behind the overview: exact whoever writes, folded now and then, rebuilt while writers write.
import { describe, expect, test } from "vitest";
import { migrate, type Sql } from "../../scripts/backend/database.ts";
import { owner } from "./support/clients.ts";
import { poolIds, randomWriter } from "./support/random-writes.ts";
import { directiveRow, makeDirective, makePeople, makeSession } from "./support/rows.ts";
import { scratchDatabase } from "./support/scratch.ts";

async function migrated() {
  const database = await scratchDatabase();
  await migrate(database.sql, () => {});
  return database;
}

const differences = async (sql: Sql) => [...(await sql`select * from exhibit.count_differences()`)];

/** How many sessions a metric counts, of all kinds or of one. */
async function counted(sql: Sql, metric: string, application?: string) {
  const [row] = await sql`
    select coalesce(sum(sessions), 0)::integer as sessions from exhibit.session_counts
    where metric = ${metric} and grain = ${application === undefined ? 0 : 2}
      and target_application = ${application ?? ""}`;
  return row?.sessions;
}

const appended = async (sql: Sql) => {
  const [row] = await sql`select count(*)::integer as n from public.exec_session_count_changes`;
  return row?.n as number;
};

test("updates, deletions and a directive's change of application move them", async () => {
  const { sql } = await migrated();
  const { id, sd_id } = await makeSession(sql, { quality_score: 91 });
  expect(await counted(sql, "status:active")).toBe(1);
  await sql`update public.strategic_directives_v2 set target_application = 'Ledger' where id = ${sd_id}`;
  expect(await counted(sql, "quality", "Ledger")).toBe(1);
  expect(await counted(sql, "quality", "")).toBe(0);
  await sql`update public.exec_implementation_sessions set status = 'completed' where id = ${id}`;
  expect(await counted(sql, "status:active", "Ledger")).toBe(0);
  expect(await counted(sql, "status:completed", "Ledger")).toBe(1);
  expect(await counted(sql, "waiting")).toBe(1);
  const before = await appended(sql);
  await sql`update public.exec_implementation_sessions set session_version = '2' where id = ${id}`;
  expect(await appended(sql), "what is not counted appends nothing").toBe(before);
  expect(await differences(sql)).toEqual([]);
  await sql`delete from public.exec_implementation_sessions where id = ${id}`;
  expect(await counted(sql, "quality", "Ledger")).toBe(0);
  expect(await differences(sql)).toEqual([]);
});

describe("the recount", () => {
  test.each(["insert", "update", "delete"])(
    "finds what a missing %s leaves undone",
    async (what) => {
      const { sql } = await migrated();
      const { id, sd_id } = await makeSession(sql);
      const write = {
        insert: () => makeSession(sql),
        update: () => sql`update public.exec_implementation_sessions set quality_score = 5`,
        delete: () => sql`delete from public.exec_implementation_sessions where id = ${id}`,
      }[what as "insert"];
      await sql.unsafe(
        `alter table public.exec_session_cards disable trigger exhibit_count_${what}`,
      );
      await write();
      expect(await differences(sql), sd_id).not.toEqual([]);
      await sql`select exhibit.rebuild_counts()`;
      expect(await differences(sql)).toEqual([]);
    },
  );
});

test("what was appended is folded now and then, and counts the same", async () => {
  const { sql } = await migrated();
  for (let batch = 0; batch < 4; batch++) {
    const directives = Array.from({ length: 300 }, () => directiveRow());
    await sql`insert into public.strategic_directives_v2 ${sql(directives)}`;
    await sql`
      insert into public.exec_implementation_sessions (sd_id, implementation_type, quality_score, started_at)
      select id, 'API_ENDPOINT', 1 + abs(hashtext(id)) % 100, now() - abs(hashtext(id)) % 100 * interval '1 day'
      from unnest(${directives.map(({ id }) => id)}::text[]) as id`;
  }
  const [folded] = await sql`select count(*)::integer as n from public.exec_session_counts`;
  expect(folded?.n).toBeGreaterThan(1000);
  expect(await counted(sql, "status:active")).toBe(1200);
  expect(await differences(sql)).toEqual([]);
  await sql`select exhibit.fold_counts()`;
  expect(await appended(sql)).toBe(0);
  expect(await differences(sql)).toEqual([]);
});

test("a writer does not wait for another that counts the same", async () => {
  const { sql, url } = await migrated();
  const [first, second] = await Promise.all([makeDirective(sql), makeDirective(sql)]);
  const other = owner(url, 1);
  const insert = (db: Pick<Sql, "unsafe">, id: string) =>
    db.unsafe(`
    insert into public.exec_implementation_sessions (sd_id, implementation_type) values ('${id}', 'API_ENDPOINT')`);
  await sql.begin(async (tx) => {
    await insert(tx, first);
    await tx`select exhibit.fold_counts()`;
    await other`set lock_timeout = '2s'`;
    await insert(other, second);
    await other`select exhibit.fold_counts()`;
  });
  await other.end();
  expect(await counted(sql, "status:active")).toBe(2);
  expect(await differences(sql)).toEqual([]);
});

test("a rebuild while writers write loses and doubles nothing", async () => {
  const { url } = await migrated();
  const sql = owner(url, 6);
  const directives = poolIds("SD-POOL");
  await sql`insert into public.strategic_directives_v2 ${sql(directives.map(directiveRow))}`;
  const people = await makePeople(sql, 3);
  const seed = Math.floor(Math.random() * 2 ** 31);
  let writing = 4;
  let rebuilt = 0;
  const rebuild = async () => {
    while (writing > 0) {
      await sql`select exhibit.rebuild_counts()`;
      rebuilt++;
    }
  };
  const writer = async (n: number) => {
    const write = randomWriter(sql, seed + n, directives, people);
    for (let turn = 0; turn < 150; turn++) await Promise.resolve(write()).catch(() => {});
    writing--;
  };
  await Promise.all([rebuild(), writer(1), writer(2), writer(3), writer(4)]);
  expect(rebuilt).toBeGreaterThan(3);
  expect(await differences(sql), `seed ${seed}`).toEqual([]);
  await sql.end();
}, 60_000);
