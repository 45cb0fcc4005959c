// Who may do what with every table and view, tried through the API and judged by the rows.
import { beforeAll, describe, expect, test } from "vitest";
import { type Client, owner, person, service, stranger } from "./support/clients.ts";
import { countRows } from "./support/rows.ts";
import { fingerprints, makeSamples, type Sample, views } from "./support/samples.ts";
import { as } from "./support/scratch.ts";

const sql = owner();
const readers = ["a signed-in stranger to the team", "viewer", "reviewer", "admin"] as const;
const denied = ["stranger", ...readers] as const;
type Who = (typeof denied)[number] | "the service key";

const clients = {} as Record<Who, Client>;
let samples: Record<string, Sample>;
const tables = [
  "exec_checkpoint_waivers",
  "exec_directive_cards",
  "exec_evidence_files",
  "exec_evidence_pairings",
  "exec_evidence_pins",
  "exec_evidence_uses",
  "exec_handoff_preparations",
  "exec_implementation_sessions",
  "exec_quality_checkpoints",
  "exec_review_assignments",
  "exec_saved_views",
  "exec_session_cards",
  "exec_session_count_changes",
  "exec_session_counts",
  "exec_session_events",
  "exec_session_reviews",
  "exec_session_search",
  "exec_sub_agent_activations",
  "product_requirements_v2",
  "quality_targets",
  "strategic_directives_v2",
  "team_members",
];
/** Nobody writes these: triggers do, with their owner's rights. */
const kept = [
  "exec_directive_cards",
  "exec_session_cards",
  "exec_session_count_changes",
  "exec_session_counts",
  "exec_session_events",
  "exec_session_search",
];
/** Of these a person reads their own rows, and those here are somebody else's. */
const personal = ["exec_saved_views"];

beforeAll(async () => {
  samples = await makeSamples(sql);
  clients.stranger = stranger();
  clients["the service key"] = service();
  clients["a signed-in stranger to the team"] = (await person()).client;
  for (const role of ["viewer", "reviewer", "admin"] as const) {
    clients[role] = (await person(role)).client;
  }
});

const sampleOf = (table: string): Sample => {
  const sample = samples[table];
  if (!sample) throw new Error(`There is no sample of ${table}`);
  return sample;
};

const count = (table: string) => countRows(sql, `public.${table}`);

test("every table and view of the schema is in this sweep", async () => {
  const found = await sql`
    select relname as name, relkind in ('r', 'p') as is_table from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
    order by relname`;
  const named = (wanted: boolean) =>
    found.filter(({ is_table }) => is_table === wanted).map(({ name }) => name);
  expect(named(true)).toEqual(tables);
  expect(Object.keys(samples).sort()).toEqual(tables);
  expect(named(false)).toEqual(views);
});

describe.each([...tables, ...views])("%s", (table) => {
  const seen = (client: Client) => client.from(table).select("*", { count: "exact" }).limit(1);

  test("shows nothing to a stranger", async () => {
    expect(await count(table), "there is something to see").toBeGreaterThan(0);
    const { data, error } = await clients.stranger.from(table).select();
    expect(data ?? []).toEqual([]);
    if (error) expect(error.code).toBe("42501");
    const { count: counted } = await clients.stranger
      .from(table)
      .select("*", { count: "exact", head: true });
    expect(counted ?? 0).toBe(0);
  });

  const isPersonal = personal.includes(table);
  test.each(readers)(`is ${isPersonal ? "not " : ""}read by %s`, async (who) => {
    const { data, count: counted, error } = await seen(clients[who]);
    expect(error).toBeNull();
    expect(counted).toBe(isPersonal ? 0 : await count(table));
    expect(data).toHaveLength(isPersonal ? 0 : 1);
  });

  test("is read by the service role", async () => {
    expect((await seen(service())).count).toBe(await count(table));
  });
});

describe.each(tables)("%s", (table) => {
  const writes: Record<string, (client: Client) => PromiseLike<unknown>> = {
    insert: (client) => client.from(table).insert(sampleOf(table).row),
    upsert: (client) => client.from(table).upsert(sampleOf(table).row),
    "insert without asking for an answer": (client) =>
      client.from(table).insert([sampleOf(table).row], { count: "exact" }),
    update: (client) =>
      client
        .from(table)
        .update(sampleOf(table).change)
        .not(sampleOf(table).key, "is", null)
        .select(),
    delete: (client) => client.from(table).delete().not(sampleOf(table).key, "is", null).select(),
  };

  for (const who of kept.includes(table) ? [...denied, "the service key" as const] : denied) {
    test.each(Object.keys(writes))(`%s by ${who} changes nothing`, async (write) => {
      const before = await fingerprints(sql, tables);
      await writes[write]?.(clients[who]);
      expect(await fingerprints(sql, tables)).toEqual(before);
    });
  }

  test.each(["anon", "authenticated"])("is not emptied by %s", async (role) => {
    const before = await count(table);
    expect(await as(sql, role, `truncate public.${table} cascade`)).toBe("42501");
    expect(await count(table)).toBe(before);
  });
});

describe.each(tables.filter((table) => !kept.includes(table)))("%s", (table) => {
  test("takes, changes and removes the same row for the service role", async () => {
    const { key, row, change } = sampleOf(table);
    const id = String(row[key]);
    const find = async () => {
      const [found] = await sql`
        select to_jsonb(t) as row from ${sql(`public.${table}`)} t where ${sql(key)} = ${id}`;
      return found?.row;
    };
    const others = async () => {
      const [found] = await sql`
        select sum(hashtextextended(t::text, 0)::numeric)::text as print
        from ${sql(`public.${table}`)} t where ${sql(key)}::text <> ${id}`;
      return found?.print;
    };
    const before = await others();
    expect((await service().from(table).insert(row)).error).toBeNull();
    expect(await find()).toMatchObject(row);
    expect((await service().from(table).update(change).eq(key, id)).error).toBeNull();
    expect(await find()).toMatchObject({ ...row, ...change });
    expect((await service().from(table).delete().eq(key, id)).error).toBeNull();
    expect(await find()).toBeUndefined();
    expect(await others()).toEqual(before);
  });
});

test.each(views)("%s takes no writes, not even from the service role", async (view) => {
  const before = await fingerprints(sql, tables);
  for (const client of [clients.stranger, clients.admin, service()]) {
    await client.from(view).insert({ sd_id: "SD-NEW" });
    await client.from(view).update({ status: "failed" }).not("sd_id", "is", null);
    await client.from(view).delete().not("sd_id", "is", null);
  }
  expect(await fingerprints(sql, tables)).toEqual(before);
});

test.each(kept)("%s is not emptied by the service role either", async (table) => {
  const before = await count(table);
  expect(before).toBeGreaterThan(0);
  expect(await as(sql, "service_role", `truncate public.${table} cascade`)).toBe("42501");
  expect(await count(table)).toBe(before);
});
