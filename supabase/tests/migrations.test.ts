import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  listMigrations,
  migrate,
  pendingMigrations,
  seed,
} from "../../scripts/backend/database.ts";
import { staleCards } from "./support/cards.ts";
import { supabaseCli } from "./support/cli.ts";
import { differences } from "./support/schema-catalog.ts";
import { as, openings, type Scratch, scratchDatabase } from "./support/scratch.ts";

const quiet = () => {};
const existing = readFileSync(new URL("fixtures/existing.sql", import.meta.url), "utf8");

/** Every object of the schemas that the migrations touch, with its definition. */
async function catalog({ sql }: Scratch) {
  const found = await sql`
    select format('column %s.%s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod)) as said
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') and attnum > 0 and not attisdropped
    union all
    select format('function %s %s', oid::regprocedure, md5(prosrc)) from pg_proc
    where pronamespace in (select oid from pg_namespace where nspname in ('public', 'exhibit'))
    union all
    select format('trigger %s', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
    union all
    select format('constraint %s %s', conname, pg_get_constraintdef(oid)) from pg_constraint
    where connamespace = 'public'::regnamespace
    union all
    select format('index %s', indexdef) from pg_indexes where schemaname = 'public'
    union all
    select format('policy %s on %s', policyname, tablename) from pg_policies where schemaname = 'public'
    order by 1`;
  return found.map(({ said }) => String(said));
}

describe("migrating", () => {
  test("twice does nothing the second time", async () => {
    const database = await scratchDatabase();
    expect(await migrate(database.sql, quiet)).toBe(listMigrations().length);
    const before = await catalog(database);
    expect(await migrate(database.sql, quiet)).toBe(0);
    expect(await catalog(database)).toEqual(before);
    expect(await openings(database.sql)).toEqual([]);
  });

  test("stops at a migration that fails, of which nothing is left", async () => {
    const { sql } = await scratchDatabase();
    // Two tables of the fourth migration can be made, an index on the third cannot.
    await sql`create table public.exec_handoff_preparations (nothing_we_know text)`;
    await expect(migrate(sql, quiet)).rejects.toThrow(
      /20261122090300_session_records\.sql failed and left nothing behind: .*session_id/,
    );
    const [made] = await sql`
      select to_regclass('public.exec_implementation_sessions') is not null as before,
        to_regclass('public.exec_quality_checkpoints') is not null as same,
        to_regclass('public.team_members') is not null as after`;
    expect({ ...made }).toEqual({ before: true, same: false, after: false });
    expect((await pendingMigrations(sql))[0]?.name).toBe("session_records");

    await sql`drop table public.exec_handoff_preparations`;
    await migrate(sql, quiet);
    expect(await pendingMigrations(sql)).toEqual([]);
    expect(await differences(sql)).toEqual([]);
  });
});

describe("`supabase db push`", () => {
  test("makes the same database of a fresh project, closed to strangers", async () => {
    const database = await scratchDatabase();
    const { code, output } = await supabaseCli(
      "db",
      "push",
      `--remote=${database.url}`,
      "--include-seed",
      "--yes",
    );
    expect(code, output).toBe(0);
    const { sql } = database;
    expect(await differences(sql)).toEqual([]);
    expect(await openings(sql)).toEqual([]);
    // Our own command sees what the CLI has done.
    expect(await pendingMigrations(sql)).toEqual([]);
    const ours = await scratchDatabase();
    await migrate(ours.sql, quiet);
    expect(await catalog(database)).toEqual(await catalog(ours));

    const sessions = "select count(*)::int from public.exec_implementation_sessions";
    const [seeded] = await sql.unsafe(sessions);
    expect(seeded?.count).toBeGreaterThan(100);
    expect(await as(sql, "authenticated", sessions)).toEqual([{ count: seeded?.count }]);
    expect(await as(sql, "anon", sessions)).toBe("42501");
    expect(await as(sql, "anon", "select public.get_latest_exec_session('SD-UI-014')")).toBe(
      "42501",
    );
  }, 240_000);
});

describe("on a database that agents have been using", () => {
  const prepared = async () => {
    const database = await scratchDatabase();
    await database.sql.unsafe(existing);
    return database;
  };
  const tables = [
    "strategic_directives_v2",
    "product_requirements_v2",
    "exec_implementation_sessions",
    "exec_quality_checkpoints",
  ];
  const content = ({ sql }: Scratch) =>
    Promise.all(
      tables.map((table) =>
        sql.unsafe(`select to_jsonb(t)::text from public.${table} t order by 1`),
      ),
    );

  test("it stands open before", async () => {
    const { sql } = await prepared();
    expect((await openings(sql)).length).toBeGreaterThan(10);
    const view = "select count(*)::int from public.v_exec_implementation_summary";
    expect(await as(sql, "anon", view)).toEqual([{ count: 2 }]);
  });

  test("nothing is dropped and no function's body is replaced", async () => {
    const database = await prepared();
    const [before, rows] = [await catalog(database), await content(database)];
    await migrate(database.sql, quiet);
    const after = new Set(await catalog(database));
    expect(before.filter((said) => !after.has(said))).toEqual([]);
    expect(await content(database)).toEqual(rows);
    // One uniqueness of a PRD's directive was there; no second one is needed.
    expect([...after].filter((said) => /UNIQUE INDEX.*v2 .*\(sd_id\)/.test(said))).toHaveLength(1);
  });

  test("what stood open is closed", async () => {
    const { sql } = await prepared();
    await migrate(sql, quiet);
    expect(await openings(sql)).toEqual([]);
    for (const relation of [...tables, "v_exec_implementation_summary", "exec_session_cards"]) {
      const query = `select count(*) > 0 as some from public.${relation}`;
      expect(await as(sql, "anon", query), relation).toBe("42501");
      expect(await as(sql, "authenticated", query), relation).toEqual([{ some: true }]);
    }
    for (const role of ["anon", "authenticated"]) {
      const query = "select * from public.get_latest_exec_session('SD-OLD-001')";
      expect(await as(sql, role, query)).toBe("42501");
    }
  });

  test("functions, triggers and view do what they did, for the service role", async () => {
    const { sql } = await prepared();
    await migrate(sql, quiet);
    const id = "00000000-0000-4000-8000-000000000001";
    const service = (query: string) => as(sql, "service_role", query);
    expect(
      await service(
        "select status, quality_score from public.get_latest_exec_session('SD-OLD-001')",
      ),
    ).toEqual([{ status: "active", quality_score: 0 }]);
    expect(
      await service(`select public.calculate_checkpoint_completion('${id}') as percent`),
    ).toEqual([{ percent: 0 }]);
    await service(`select public.update_exec_quality_score('${id}')`);
    expect(
      await service(
        "insert into public.exec_implementation_sessions (sd_id, implementation_type) values ('SD-OLD-002', 'GENERAL_FEATURE') returning sd_id",
      ),
    ).toEqual([{ sd_id: "SD-OLD-002" }]);
    expect(
      await service(
        "select reviewer_team from public.exec_quality_checkpoints where sd_id = 'SD-OLD-002'",
      ),
    ).toEqual([{ reviewer_team: "platform" }]);
    await service(
      `update public.exec_implementation_sessions set status = 'completed' where id = '${id}'`,
    );
    expect(
      await service(
        `select d.status, s.quality_score, s.branch_name from public.strategic_directives_v2 d
         join public.exec_implementation_sessions s on s.sd_id = d.id where s.id = '${id}'`,
      ),
    ).toEqual([{ status: "their_own_status", quality_score: 20, branch_name: "ledger" }]);
    expect(
      await service(
        "select sd_id, strategic_intent from public.v_exec_implementation_summary order by 1",
      ),
    ).toMatchObject([{ strategic_intent: "Close the books faster" }, { sd_id: "SD-OLD-002" }]);
  });
});

describe("the demo data", () => {
  test("fills an empty database", async () => {
    const { sql } = await scratchDatabase();
    await migrate(sql, quiet);
    await seed(sql);
    const [count] = await sql`
      select (select count(*)::int from public.strategic_directives_v2) as directives,
        (select count(*)::int from public.exec_implementation_sessions) as sessions,
        (select count(*)::int from public.exec_quality_checkpoints) as checkpoints,
        (select count(*)::int from auth.users) as accounts,
        (select count(distinct (status, implementation_type))::int from public.exec_implementation_sessions) as kinds`;
    expect(count?.directives).toBeGreaterThan(30);
    expect(count?.sessions).toBeGreaterThan(100);
    expect(count?.checkpoints).toBeGreaterThan(300);
    expect(count?.kinds).toBeGreaterThan(20);
    expect(count?.accounts).toBe(0);
    const waived = await sql`
      select c.sd_id, c.waiting, c.waiver_ends_at < now() as ended, e.at < now() - interval '1 day' as told
      from public.exec_session_cards c
      left join public.exec_session_events e on e.session_id = c.session_id and e.kind = 'waiver'
      where waiver_ends_at is not null order by 1`;
    expect(waived.map((row) => ({ ...row }))).toEqual([
      { sd_id: "SD-API-012", waiting: true, ended: false, told: true },
      { sd_id: "SD-TOOL-002", waiting: true, ended: true, told: true },
    ]);
    expect(await staleCards(sql)).toEqual([]);
  });

  test("refuses a database that holds anything, and changes nothing there", async () => {
    const database = await scratchDatabase();
    const { sql } = database;
    await migrate(sql, quiet);
    await sql`
      insert into public.strategic_directives_v2 (id, title, status, category, priority, description, rationale, scope)
      values ('SD-MINE', 't', 'draft', 'c', 'low', 'd', 'r', 's')`;
    await expect(seed(sql)).rejects.toThrow(/already holds rows in strategic_directives_v2 \(1\)/);
    expect(await sql`select id from public.strategic_directives_v2`).toHaveLength(1);
  });
});
