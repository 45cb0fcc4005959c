-- What lists search in, and indexes for each order and filter of the list of sessions at any size.

create schema if not exists extensions;
create extension if not exists pg_trgm schema extensions;

-- Apart from the cards: an index of parts of words is dear to write, and a card changes often.
create table public.exec_session_search (
  session_id uuid primary key,
  search_text text not null
);
comment on table public.exec_session_search is
  'What a search looks through of a session, in lower case: of summaries the first 2,000 characters each, 20,000 together. Kept by triggers; exhibit.session_search_source says how it is made.';
alter table public.exec_session_search alter column search_text set statistics 300;

select exhibit.protect_table('public.exec_session_search', 'exec_session_search');
revoke all on public.exec_session_search from service_role;
grant select on public.exec_session_search to service_role;

create view exhibit.session_search_source as
select s.id as session_id,
  lower(concat_ws(' ', s.sd_id, d.title, s.prd_id, s.implementation_type, left(a.summaries, 20000))) as search_text
from public.exec_implementation_sessions s
join public.strategic_directives_v2 d on d.id = s.sd_id
cross join lateral (
  select string_agg(summary, ' ' order by summary) as summaries
  from (
    select left(summary, 2000) as summary from public.exec_sub_agent_activations where session_id = s.id
    union
    select left(j.item ->> 'summary', 2000)
    from jsonb_array_elements(
      case jsonb_typeof(s.sub_agent_results)
        when 'array' then s.sub_agent_results when 'object' then jsonb_build_array(s.sub_agent_results)
        else '[]' end
    ) as j (item)
    where jsonb_typeof(j.item) = 'object'
  ) as each
) a;

alter view exhibit.session_card_source rename to session_card_evidence;
create view exhibit.session_card_source as
select b.session_id, b.sd_id, b.directive_title, b.target_application, b.prd_id, b.status,
  b.implementation_type, b.quality_score, b.code_quality_score, b.performance_score, b.security_score,
  b.ux_accessibility_score, b.test_coverage_pct, b.implementation_progress, b.gates_met, b.gates_all,
  b.open_required, b.agent_results, b.before_count, b.after_count, b.demo_count, b.started_at, b.ended_at,
  b.verdict, b.verdict_event_id, b.session_event_id, b.last_event_id, b.last_event_at, b.waiting, b.reasons,
  b.risk, b.started_key, b.quality_high_key, b.quality_low_key, b.progress_key, b.waiver_ends_at,
  b.has_evidence, b.pictures_changed, nullif(btrim(left(s.orchestrator, 200)), '') as orchestrator
from exhibit.session_card_evidence b
join public.exec_implementation_sessions s on s.id = b.session_id;

alter table public.exec_session_cards drop column search_text, add column orchestrator text;
comment on column public.exec_session_cards.orchestrator is 'Its first 200 characters.';

-- Writes refresh_session_cards from the columns that cards have; for whoever adds one.
create function exhibit.define_refresh_session_cards()
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_columns text;
  v_excluded text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum),
    string_agg('excluded.' || quote_ident(attname), ', ' order by attnum)
  into v_columns, v_excluded
  from pg_catalog.pg_attribute
  where attrelid = 'public.exec_session_cards'::regclass and attnum > 0 and not attisdropped;
  execute format($define$
    create or replace function exhibit.refresh_session_cards(p_ids uuid[])
    returns void
    language plpgsql
    set search_path = ''
    set enable_seqscan = off
    set jit = off
    set plan_cache_mode = force_generic_plan
    as $body$
    declare
      v_directives text[];
      v_gone uuid[];
    begin
      -- Those that they belonged to as well as those that they belong to.
      select array_agg(distinct sd_id) into v_directives from (
        select sd_id from public.exec_session_cards where session_id = any (p_ids)
        union all
        select sd_id from public.exec_implementation_sessions where id = any (p_ids)
      ) as old_and_new;
      insert into public.exec_session_cards as card (%1$s)
      select %1$s from exhibit.session_card_source where session_id = any (p_ids)
      on conflict (session_id) do update set (%1$s) = (%2$s)
      where card is distinct from excluded;
      insert into public.exec_session_search as known (session_id, search_text)
      select session_id, search_text from exhibit.session_search_source where session_id = any (p_ids)
      on conflict (session_id) do update set search_text = excluded.search_text
      where known.search_text <> excluded.search_text;
      v_gone := array(
        select each from unnest(p_ids) as each
        where not exists (select from public.exec_implementation_sessions where id = each)
      );
      if v_gone <> '{}' then
        delete from public.exec_session_cards where session_id = any (v_gone);
        delete from public.exec_session_search where session_id = any (v_gone);
      end if;
      perform exhibit.refresh_directive_cards(v_directives);
    end
    $body$
  $define$, v_columns, v_excluded);
end
$$;
select exhibit.define_refresh_session_cards();

create or replace function exhibit.card_differences()
returns table (card text, id text)
language sql
stable
set search_path = ''
as $$
  select 'session', coalesce(c.session_id, s.session_id)::text
  from public.exec_session_cards c
  full join exhibit.session_card_source s using (session_id)
  where to_jsonb(c) is distinct from to_jsonb(s)
  union all
  select 'search', coalesce(c.session_id, s.session_id)::text
  from public.exec_session_search c
  full join exhibit.session_search_source s using (session_id)
  where to_jsonb(c) is distinct from to_jsonb(s)
  union all
  select 'directive', coalesce(c.sd_id, s.sd_id)
  from public.exec_directive_cards c
  full join exhibit.directive_card_source s using (sd_id)
  where to_jsonb(c) is distinct from to_jsonb(s)
$$;

alter view exhibit.directive_card_source rename to directive_card_base;
create view exhibit.directive_card_source as
select *, lower(sd_id || ' ' || title) as search_text from exhibit.directive_card_base;
alter table public.exec_directive_cards add column search_text text not null default '';
comment on column public.exec_directive_cards.search_text is 'Id and title in lower case.';

create or replace function exhibit.refresh_directive_cards(p_ids text[])
returns void
language plpgsql
set search_path = ''
set enable_seqscan = off
set jit = off
set plan_cache_mode = force_generic_plan
as $$
begin
  -- Locked before it is computed anew: whoever waited here then sees what the other one wrote.
  perform from public.exec_directive_cards where sd_id = any (p_ids) order by sd_id for update;
  insert into public.exec_directive_cards as card (
    sd_id, title, status, priority, target_application, sessions, newest_session_id, session_status,
    implementation_type, quality_score, implementation_progress, last_activity, priority_rank,
    quality_high_key, quality_low_key, progress_key, search_text
  )
  select * from exhibit.directive_card_source where sd_id = any (p_ids)
  on conflict (sd_id) do update set
    (title, status, priority, target_application, sessions, newest_session_id, session_status,
      implementation_type, quality_score, implementation_progress, last_activity, priority_rank,
      quality_high_key, quality_low_key, progress_key, search_text)
    = (excluded.title, excluded.status, excluded.priority, excluded.target_application, excluded.sessions,
      excluded.newest_session_id, excluded.session_status, excluded.implementation_type,
      excluded.quality_score, excluded.implementation_progress, excluded.last_activity,
      excluded.priority_rank, excluded.quality_high_key, excluded.quality_low_key, excluded.progress_key,
      excluded.search_text)
  where card is distinct from excluded;
  delete from public.exec_directive_cards
  where sd_id = any (p_ids)
    and not exists (select from public.strategic_directives_v2 where id = sd_id);
end
$$;

select exhibit.rebuild_cards();
alter table public.exec_directive_cards alter column search_text drop default;

-- Each order has an index that holds what most filters ask for, so that a filter which many sessions
-- pass is answered without the table; each filter that few may pass has one of its own, which holds
-- what the orders need.
drop index public.exec_session_cards_started_idx;
drop index public.exec_session_cards_quality_high_idx;
drop index public.exec_session_cards_quality_low_idx;
drop index public.exec_session_cards_progress_idx;
drop index public.exec_session_cards_status_idx;
drop index public.exec_session_cards_completed_idx;

-- An index answers by itself only for pages that vacuum has seen since they changed.
alter table public.exec_session_cards set (
  autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02,
  autovacuum_vacuum_insert_scale_factor = 0.02
);
alter table public.exec_directive_cards set (
  autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02
);

do $$
declare
  v_filters constant text := 'status, implementation_type, target_application, orchestrator, verdict, waiting,'
    || ' has_evidence, demo_count, test_coverage_pct, ended_at';
  v_orders constant text := 'quality_high_key, quality_low_key, progress_key';
  v_trigrams constant regnamespace := (
    select extnamespace::regnamespace from pg_catalog.pg_extension where extname = 'pg_trgm'
  );
  v_name text;
  v_keys text;
  v_more text;
begin
  for v_name, v_keys, v_more in
    values
      ('started', 'started_key, session_id', format('%s, %s', v_orders, v_filters)),
      ('quality_high', 'quality_high_key, session_id', format('started_key, progress_key, %s', v_filters)),
      ('quality_low', 'quality_low_key, session_id', format('started_key, progress_key, %s', v_filters)),
      ('progress', 'progress_key, session_id', format('started_key, quality_high_key, %s', v_filters)),
      ('status', 'status, started_key, session_id', format('started_at, %s', v_orders)),
      ('status_progress', 'status, progress_key, session_id', 'started_key, waiting, verdict'),
      ('type', 'implementation_type, started_key, session_id', v_orders),
      ('application', 'target_application, started_key, session_id', v_orders),
      ('orchestrator', 'orchestrator, started_key, session_id', v_orders),
      ('verdict', 'verdict, started_key, session_id', v_orders),
      ('coverage', 'test_coverage_pct, started_key, session_id', v_orders),
      ('ended', 'ended_at, session_id', format('started_key, status, %s', v_orders))
  loop
    execute format('create index exec_session_cards_%s_idx on public.exec_session_cards (%s) include (%s)',
      v_name, v_keys, v_more);
  end loop;
  execute format('create index exec_session_search_text_idx on public.exec_session_search
    using gin (search_text %s.gin_trgm_ops)', v_trigrams);
  execute format('create index exec_directive_cards_search_idx on public.exec_directive_cards
    using gin (search_text %s.gin_trgm_ops)', v_trigrams);
end
$$;

create index exec_directive_cards_session_idx
  on public.exec_directive_cards (session_status, last_activity, sd_id);

drop index public.exec_session_cards_waiting_idx;
create index exec_session_cards_waiting_idx on public.exec_session_cards (risk desc, ended_at, session_id)
  include (status, started_key, quality_high_key, quality_low_key, progress_key) where waiting;
create index exec_session_cards_codes_idx on public.exec_session_cards
  using gin ((reasons || agent_results || open_required));
create index exec_session_cards_stale_idx on public.exec_session_cards (risk desc, started_key, session_id)
  where status = 'active';

revoke all on all tables in schema exhibit from public, anon, authenticated, service_role;
revoke all on all functions in schema exhibit from public, anon, authenticated;
