// What triggers keep is written by nobody else: read from the catalog.
import { expect, test } from "vitest";
import { owner } from "./support/clients.ts";

const sql = owner();
const named = async (query: PromiseLike<Iterable<{ name?: unknown }>>) =>
  [...(await query)].map(({ name }) => name);

test("the helpers are nobody's but the owner's, but for parts of what the service role calls", async () => {
  const roles = ["public", "anon", "authenticated", "service_role"];
  const open = sql`
    select format('%s: %s', role, what) as name from unnest(${roles}::text[]) as role
    cross join lateral (
      select format('%s()', p.oid::regproc) as what from pg_proc p
      where p.pronamespace = 'exhibit'::regnamespace and has_function_privilege(role, p.oid, 'execute')
      union all
      select c.oid::regclass::text from pg_class c
      where c.relnamespace = 'exhibit'::regnamespace and has_table_privilege(role, c.oid, 'select')
      union all
      select 'exhibit' where has_schema_privilege(role, 'exhibit', 'usage')
    ) as found
    order by 1`;
  expect(await named(open)).toEqual([
    "service_role: exhibit",
    "service_role: exhibit.act()",
    "service_role: exhibit.act_on_team()",
    "service_role: exhibit.open_checkpoint()",
    "service_role: exhibit.open_review()",
    "service_role: exhibit.open_session()",
    "service_role: exhibit.put_session()",
    "service_role: exhibit.reopen()",
    "service_role: exhibit.require_unmoved()",
    "service_role: exhibit.review_key()",
  ]);
});

test("of events and cards the service role has nothing but the reading", async () => {
  const granted = await sql`
    select table_name as name, string_agg(privilege_type, ' ') as rights
    from information_schema.role_table_grants
    where table_schema = 'public' and grantee = 'service_role'
      and table_name in ('exec_session_events', 'exec_session_cards', 'exec_directive_cards')
    group by 1 order by 1`;
  expect(granted.map(({ name, rights }) => `${name} ${rights}`)).toEqual([
    "exec_directive_cards SELECT",
    "exec_session_cards SELECT",
    "exec_session_events SELECT",
  ]);
});

test("no sequence can be moved", async () => {
  const open = sql`
    select format('%s may move %s', role, oid::regclass) as name
    from pg_class, unnest(array['public', 'anon', 'authenticated', 'service_role']) as role
    where relkind = 'S' and relnamespace = 'public'::regnamespace
      and has_sequence_privilege(role, oid, 'usage, update')`;
  expect(await named(open)).toEqual([]);
});
