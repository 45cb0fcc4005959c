// What holds for everything in the database, whatever is added: read from the catalog.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Client, owner, person, service, shared, stranger } from "./support/clients.ts";
import { makeSession, rows } from "./support/rows.ts";

const sql = owner();
const named = async (query: PromiseLike<Iterable<{ name?: unknown }>>) =>
  [...(await query)].map(({ name }) => name);

describe("in the catalog", () => {
  test("row level security is enabled on every table", async () => {
    const open = sql`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`;
    expect(await named(open)).toEqual([]);
  });

  /** Where not every row is for everybody who is signed in. */
  const readable: Record<string, string> = {
    exec_saved_views: "(user_id = ( SELECT auth.uid() AS uid))",
  };

  test("every policy is one of the pair: authenticated selects, the service role does all", async () => {
    const found = await sql`
      select tablename, cmd, roles::text, qual from pg_policies where schemaname = 'public'`;
    const tables = new Set(found.map(({ tablename }) => tablename));
    for (const table of tables) {
      const pair = found.filter(({ tablename }) => tablename === table);
      expect(pair.map(({ cmd, roles, qual }) => `${cmd} ${roles} ${qual}`).sort(), table).toEqual([
        "ALL {service_role} true",
        `SELECT {authenticated} ${readable[table] ?? true}`,
      ]);
    }
    expect(tables.size).toBeGreaterThan(6);
  });

  test("grants on tables are no wider than the policies", async () => {
    const wide = sql`
      select format('%s: %s may %s', table_name, grantee, privilege_type) as name
      from information_schema.role_table_grants
      where table_schema = 'public' and (grantee in ('anon', 'PUBLIC')
        or grantee = 'authenticated' and privilege_type <> 'SELECT')`;
    expect(await named(wide)).toEqual([]);
  });

  test("views act with the rights of whoever asks", async () => {
    const open = sql`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'v'
        and not coalesce('security_invoker=true' = any (reloptions), false)`;
    expect(await named(open)).toEqual([]);
    const materialized = sql`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'm'`;
    expect(await named(materialized), "row level security does not reach these").toEqual([]);
  });

  test("functions have an empty search path", async () => {
    const open = sql`
      select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace in ('public'::regnamespace, 'exhibit'::regnamespace)
        and not coalesce('search_path=""' = any (proconfig), false)`;
    expect(await named(open)).toEqual([]);
  });

  test("functions run as their caller, but those that only triggers can call, one that only locks, and one that only estimates", async () => {
    const owners = sql`
      select concat_ws(' ', p.oid::regprocedure, prorettype::regtype) as name from pg_proc p
      where p.pronamespace in ('public'::regnamespace, 'exhibit'::regnamespace) and prosecdef
      order by 1`;
    expect(await named(owners)).toEqual([
      "exhibit.count_sessions() trigger",
      "exhibit.drop_waivers_of_moved() trigger",
      "exhibit.keep_an_admin() trigger",
      "exhibit.lock_belongings() trigger",
      "exhibit.lock_cards(uuid[]) void",
      "exhibit.lock_directive() trigger",
      "exhibit.record_change() trigger",
      "exhibit.refresh_uses() trigger",
      "exhibit.track_directive() trigger",
      "exhibit.track_session() trigger",
      "exhibit.way_to_sessions(jsonb,integer) record",
    ]);
  });

  test("the API's role can become the three roles and has no rights beyond", async () => {
    expect(
      await rows(sql`
        select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
        from pg_roles where rolname = 'exhibit_api'`),
    ).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
      },
    ]);
    const groups = sql`
      select r.rolname as name from pg_auth_members m join pg_roles r on r.oid = m.roleid
      where m.member = 'exhibit_api'::regrole order by 1`;
    expect(await named(groups)).toEqual(["anon", "authenticated", "service_role"]);
  });

  test("accounts are closed to the three roles", async () => {
    const open = sql`
      select format('%s: %s may %s', table_name, grantee, privilege_type) as name
      from information_schema.role_table_grants
      where table_schema = 'auth' and grantee in ('anon', 'authenticated', 'service_role', 'PUBLIC')`;
    expect(await named(open)).toEqual([]);
  });
});

describe("through the API", () => {
  let session: { id: string; sd_id: string };
  let viewer: Client;

  beforeAll(async () => {
    viewer = (await person("viewer")).client;
  });
  beforeEach(async () => {
    session = await makeSession(sql, { code_quality_score: 80, quality_score: 7 });
  });

  const calls = (client: Client) => [
    client.rpc("get_latest_exec_session", { p_sd_id: session.sd_id }),
    client.rpc("calculate_checkpoint_completion", { p_session_id: session.id }),
    client.rpc("update_exec_quality_score", { p_session_id: session.id }),
  ];
  const score = async () => {
    const [row] = await sql`
      select quality_score from public.exec_implementation_sessions where id = ${session.id}`;
    return row?.quality_score;
  };

  test("functions are refused to strangers and to members", async () => {
    for (const client of [stranger(), viewer]) {
      for (const { data, error } of await Promise.all(calls(client))) {
        expect(data).toBeNull();
        expect(error?.code).toBe("42501");
      }
    }
    expect(await score()).toBe(7);
  });

  test("functions answer the service role", async () => {
    const answers = await Promise.all(calls(service()));
    expect(answers.map(({ error }) => error)).toEqual([null, null, null]);
    expect(answers.map(({ data }) => data)).toEqual([
      [expect.objectContaining({ session_id: session.id, checkpoint_count: 3 })],
      0,
      20,
    ]);
    expect(await score()).toBe(20);
  });

  test.each([
    ["auth", "users"],
    ["auth", "refresh_tokens"],
    ["exhibit", "protect_table"],
    ["exhibit", "rebuild_cards"],
    ["exhibit", "session_card_source"],
    ["extensions", "crypt"],
    ["supabase_migrations", "schema_migrations"],
    ["pg_catalog", "pg_authid"],
    ["pg_catalog", "pg_roles"],
    ["information_schema", "tables"],
  ])("nothing of the schema %s is reached: %s", async (schema, name) => {
    const { url, secrets } = shared();
    for (const key of [secrets.publishableKey, secrets.secretKey]) {
      const headers = { apikey: key, authorization: `Bearer ${key}` };
      const profile = { "accept-profile": schema, "content-profile": schema };
      const json = { "content-type": "application/json" };
      const attempts: [path: string, init: RequestInit][] = [
        [name, { headers: { ...headers, ...profile } }],
        [name, { headers }],
        [`${schema}.${name}`, { headers }],
        [
          `rpc/${name}`,
          { method: "POST", body: "{}", headers: { ...headers, ...profile, ...json } },
        ],
        [`rpc/${name}`, { method: "POST", body: "{}", headers: { ...headers, ...json } }],
        [name, { method: "POST", body: "{}", headers: { ...headers, ...profile, ...json } }],
        [name, { method: "DELETE", headers: { ...headers, ...profile } }],
      ];
      for (const [path, init] of attempts) {
        const answer = await fetch(`${url}/rest/v1/${path}`, init);
        const what = `${init.method ?? "GET"} ${path}`;
        expect([404, 406], `${what}: ${await answer.text()}`).toContain(answer.status);
      }
    }
  });
});
