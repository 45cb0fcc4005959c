// Who may call what, and that nobody else writes what triggers keep: read from the catalog.
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
    "authenticated: exhibit",
    "authenticated: exhibit.counted()",
    "authenticated: exhibit.implied_by()",
    "authenticated: exhibit.is_between()",
    "authenticated: exhibit.is_one_of()",
    "authenticated: exhibit.quality_bands()",
    "authenticated: exhibit.quality_is_between()",
    "authenticated: exhibit.quantile()",
    "authenticated: exhibit.session_condition()",
    "authenticated: exhibit.session_counts",
    "authenticated: exhibit.way_to_sessions()",
    "service_role: exhibit",
    "service_role: exhibit.act()",
    "service_role: exhibit.act_on_team()",
    "service_role: exhibit.append_new()",
    "service_role: exhibit.counted()",
    "service_role: exhibit.files_named()",
    "service_role: exhibit.implied_by()",
    "service_role: exhibit.is_between()",
    "service_role: exhibit.is_one_of()",
    "service_role: exhibit.lock_cards()",
    "service_role: exhibit.open_checkpoint()",
    "service_role: exhibit.open_review()",
    "service_role: exhibit.open_session()",
    "service_role: exhibit.open_views()",
    "service_role: exhibit.put_session()",
    "service_role: exhibit.quality_bands()",
    "service_role: exhibit.quality_is_between()",
    "service_role: exhibit.quantile()",
    "service_role: exhibit.reopen()",
    "service_role: exhibit.require_unmoved()",
    "service_role: exhibit.review_key()",
    "service_role: exhibit.session_condition()",
    "service_role: exhibit.session_counts",
    "service_role: exhibit.way_to_sessions()",
  ]);
});

test("functions are executable by the service role, those that read by members too", async () => {
  const executable = async (role: string) =>
    named(sql`
      select concat_ws('.', nullif(nspname, 'public'), proname) as name
      from pg_proc p join pg_namespace n on n.oid = pronamespace
      where nspname in ('public', 'exhibit')
        and has_function_privilege(${role}, p.oid, 'execute')
      order by concat_ws('.', nullif(nspname, 'public'), proname) collate "C"`);
  expect(await executable("anon")).toEqual([]);
  const reading = await executable("authenticated");
  expect(reading).toEqual([
    "evidence_file",
    "exhibit.counted",
    "exhibit.implied_by",
    "exhibit.is_between",
    "exhibit.is_one_of",
    "exhibit.quality_bands",
    "exhibit.quality_is_between",
    "exhibit.quantile",
    "exhibit.session_condition",
    "exhibit.way_to_sessions",
    "file_hash",
    "gallery",
    "list_sessions",
    "newest_change",
    "orchestrators",
    "overview_attention",
    "overview_bands",
    "overview_open_checkpoints",
    "overview_overturned",
    "overview_review_scores",
    "overview_sub_agents",
    "overview_tiles",
    "overview_types",
    "overview_weekly_domains",
    "overview_weekly_quality",
    "overview_weekly_statuses",
    "review_queue",
    "session_evidence",
    "session_facets",
    "session_history",
    "target_applications",
    "team_list",
    "waiting_count",
  ]);
  const writing = sql`
    select proname as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and provolatile = 'v'
      and has_function_privilege('authenticated', p.oid, 'execute')`;
  expect(await named(writing)).toEqual([]);
  const open = sql`
    select p.oid::regprocedure::text as name
    from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as acl
    where p.pronamespace in ('public'::regnamespace, 'exhibit'::regnamespace) and acl.grantee = 0`;
  expect(await named(open)).toEqual([]);
  const others = (await executable("service_role")).filter((name) => !reading.includes(name));
  expect(others).toEqual([
    "add_checkpoint",
    "add_member",
    "assign_review",
    "assign_reviews",
    "attach_evidence",
    "calculate_checkpoint_completion",
    "change_checkpoint",
    "change_member_role",
    "change_session_status",
    "change_view",
    "claim_files",
    "create_quality_checkpoints_from_session",
    "delete_session",
    "edit_session",
    // What those that people's actions call are made of.
    "exhibit.act",
    "exhibit.act_on_team",
    "exhibit.append_new",
    "exhibit.files_named",
    "exhibit.lock_cards",
    "exhibit.open_checkpoint",
    "exhibit.open_review",
    "exhibit.open_session",
    "exhibit.open_views",
    "exhibit.put_session",
    "exhibit.reopen",
    "exhibit.require_unmoved",
    "exhibit.review_key",
    "forget_files",
    "get_latest_exec_session",
    "give_verdict",
    "lift_waiver",
    "move_handoff",
    "note_sign_in",
    "pair_evidence",
    "pin_evidence",
    "record_activation",
    "record_handoff",
    "release_files",
    "remove_evidence",
    "remove_member",
    "remove_view",
    "rename_member",
    "resolve_pin",
    "save_directive",
    "save_prd",
    "save_view",
    "skip_review",
    "start_session",
    "take_review",
    "unused_files",
    "update_exec_quality_score",
    "update_sd_after_exec_completion",
    "waive_checkpoint",
  ]);
});

test("of events and cards the service role has nothing but the reading", async () => {
  const granted = await sql`
    select table_name as name, string_agg(privilege_type, ' ') as rights
    from information_schema.role_table_grants
    where table_schema = 'public' and grantee = 'service_role'
      and (table_name ~ '^exec_session_(events|cards|search|count)' or table_name = 'exec_directive_cards')
    group by 1 order by 1`;
  expect(granted.map(({ name, rights }) => `${name} ${rights}`)).toEqual([
    "exec_directive_cards SELECT",
    "exec_session_cards SELECT",
    "exec_session_count_changes SELECT",
    "exec_session_counts SELECT",
    "exec_session_events SELECT",
    "exec_session_search SELECT",
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
