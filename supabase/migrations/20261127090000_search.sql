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

-- How a card is made: the one definition, in one piece. Each view around it cost writers another look at
-- the session, and each value that two places name was made twice.
drop view exhibit.session_card_source;
drop view exhibit.session_card_base;
create view exhibit.session_card_source as
select
  s.id as session_id, s.sd_id, d.title::text as directive_title,
  left(d.target_application, 200) as target_application, s.prd_id,
  s.status, s.implementation_type,
  v.quality_score, v.code_quality_score, v.performance_score, v.security_score,
  v.ux_accessibility_score, v.test_coverage_pct, s.implementation_progress,
  k.met as gates_met, k.named + k.missing as gates_all, k.open_required, a.results as agent_results,
  p.before_count, p.after_count, p.demo_count,
  s.started_at, t.ended_at,
  w.verdict, w.seen_event_id as verdict_event_id,
  t.session_event_id, t.last_event_id, t.last_event_at,
  s.status = 'completed' and not t.settled as waiting,
  r.reasons,
  case when r.reasons = '{}' or t.settled or s.status in ('failed', 'cancelled') then 0 else (
    select least(sum(weight), 100)::integer
    from (values
      ('low_quality', 40), ('agent_failed_high', 35), ('unbacked', 25), ('required_open', 20),
      ('ended_before_start', 20), ('agent_failed', 15), ('unfinished', 15), ('unscored', 10),
      ('end_recorded', 10), ('agent_error', 10), ('checklist_refused', 10), ('gate_missing', 5), ('to_review', 5)
    ) as weights (code, weight)
    where code = any (r.reasons)
  ) end as risk,
  coalesce(s.started_at, s.created_at, '-infinity') as started_key,
  coalesce(v.quality_score, -1) as quality_high_key,
  coalesce(v.quality_score, 101) as quality_low_key,
  coalesce(s.implementation_progress, 0) as progress_key,
  k.waiver_ends_at,
  p.before_count + p.after_count + p.demo_count > 0 as has_evidence,
  case when p.before_count + p.after_count > 0 then
    exhibit.picture_keys(s.before_screenshots) <> exhibit.picture_keys(s.after_screenshots)
  end as pictures_changed,
  nullif(btrim(left(s.orchestrator, 200)), '') as orchestrator
from public.exec_implementation_sessions s
join public.strategic_directives_v2 d on d.id = s.sd_id
-- Which zeros somebody set: a change, ever, whose outcome still stands.
cross join lateral (
  select
    bool_or(e.new ? 'quality_score') as quality,
    bool_or(e.new ? 'code_quality_score') as code_quality,
    bool_or(e.new ? 'performance_score') as performance,
    bool_or(e.new ? 'security_score') as security,
    bool_or(e.new ? 'ux_accessibility_score') as ux_accessibility,
    bool_or(e.new ? 'test_coverage_pct') as coverage
  from public.exec_session_events e
  where e.session_id = s.id and e.kind = 'session' and e.action = 'changed'
    and 0 in (s.quality_score, s.code_quality_score, s.performance_score, s.security_score,
      s.ux_accessibility_score, s.test_coverage_pct)
) z
-- What others name is fenced by "offset 0", or it would be made anew in each place that names it.
cross join lateral (
  select
    case when s.quality_score <> 0 or z.quality then s.quality_score end as quality_score,
    case when s.code_quality_score <> 0 or z.code_quality then s.code_quality_score end as code_quality_score,
    case when s.performance_score <> 0 or z.performance then s.performance_score end as performance_score,
    case when s.security_score <> 0 or z.security then s.security_score end as security_score,
    case when s.ux_accessibility_score <> 0 or z.ux_accessibility then s.ux_accessibility_score end as ux_accessibility_score,
    case when s.test_coverage_pct <> 0 or z.coverage then s.test_coverage_pct end as test_coverage_pct
  offset 0
) v
cross join lateral (
  select
    count(*) filter (where c.is_complete)::integer as met,
    count(*)::integer as named,
    case when s.quality_gates <@ array_agg(c.checkpoint_name) then 0 else (
      select count(distinct g)::integer from unnest(s.quality_gates) as g
      where g is not null and g <> all (coalesce(array_agg(c.checkpoint_name), '{}'))
    ) end as missing,
    coalesce(array_agg(c.checkpoint_type order by c.checkpoint_type)
      filter (where c.is_required and c.is_complete is not true and w.id is null), '{}') as open_required,
    min(w.ends_at) filter (where c.is_required and c.is_complete is not true) as waiver_ends_at
  from public.exec_quality_checkpoints c
  -- One that was moved to another session takes no waiver along.
  left join public.exec_checkpoint_waivers w on w.checkpoint_id = c.id and w.session_id = c.session_id
  where c.session_id = s.id
) k
-- Each result once: an agent usually writes the same one into the session and as an activation.
cross join lateral (
  select coalesce(array_agg(f.type || ':' || f.outcome order by f.type, f.outcome), '{}') as results,
    bool_or(f.outcome = 'FAIL') as failed, bool_or(f.outcome = 'ERROR') as erred,
    bool_or(f.outcome = 'REVIEW_REQUIRED') as to_review
  from (
    select type, outcome,
      case when summary is null then count(*)
        else greatest(count(*) filter (where activated), count(*) filter (where not activated)) end as times
    from (
      select sub_agent_type as type, execution_status as outcome, summary, true as activated
      from public.exec_sub_agent_activations
      where session_id = s.id
      union all
      select
        case when j.item ->> 'sub_agent_type' in
            ('SECURITY', 'DATABASE', 'VALIDATION', 'TESTING', 'PERFORMANCE', 'DESIGN', 'DEBUGGING')
          then j.item ->> 'sub_agent_type' else 'OTHER' end,
        regexp_replace(upper(btrim(j.item ->> 'status')), '[\s-]+', '_', 'g'),
        j.item ->> 'summary',
        false
      from jsonb_array_elements(
        case jsonb_typeof(s.sub_agent_results)
          when 'array' then s.sub_agent_results when 'object' then jsonb_build_array(s.sub_agent_results)
          else '[]' end
      ) as j (item)
      where jsonb_typeof(j.item) = 'object'
    ) as each
    where outcome in ('PASS', 'WARNING', 'FAIL', 'REVIEW_REQUIRED', 'ERROR')
    group by type, outcome, summary
  ) as f, generate_series(1, f.times)
) a
cross join lateral (
  select
    (select count(*)::integer from unnest(s.before_screenshots) as url where btrim(url) <> '') as before_count,
    (select count(*)::integer from unnest(s.after_screenshots) as url where btrim(url) <> '') as after_count,
    (select count(*)::integer from unnest(s.demo_urls) as url where btrim(url) <> '') as demo_count
  offset 0
) p
left join lateral (
  select verdict, seen_event_id from public.exec_session_reviews
  where session_id = s.id and verdict <> 'comment'
  order by created_at desc, seen_event_id desc
  limit 1
) w on true
left join lateral (
  select id, at from public.exec_session_events where session_id = s.id order by id desc limit 1
) newest on true
left join lateral (
  select id from public.exec_session_events
  where session_id = s.id and kind = 'session' order by id desc limit 1
) own on true
cross join lateral (
  select
    coalesce(newest.id, 0) as last_event_id,
    coalesce(newest.at, s.updated_at, s.created_at, s.started_at, '-infinity') as last_event_at,
    coalesce(own.id, 0) as session_event_id,
    coalesce(w.seen_event_id >= coalesce(own.id, 0), false) as settled,
    case when s.status in ('completed', 'failed', 'cancelled') then coalesce(
      s.completed_at,
      (select e.at from public.exec_session_events e
        where e.session_id = s.id and e.kind = 'session' and e.action = 'changed'
          and e.new ->> 'status' = s.status
        order by e.id desc limit 1),
      case when s.updated_at > coalesce(s.started_at, '-infinity') then s.updated_at end,
      -- Inserted finished: then, unless the row tells of a time before.
      (select e.at from public.exec_session_events e
        where e.session_id = s.id and e.kind = 'session' and e.action = 'created' and not e.derived
          and e.new ->> 'status' = s.status and e.at < coalesce(s.started_at, e.at) + interval '1 minute'
        limit 1)
    ) end as ended_at
  offset 0
) t
cross join lateral (
  select array_remove(array[
    case when s.status = 'completed' and v.quality_score < 75 then 'low_quality' end,
    case when v.quality_score >= 85 and a.failed then 'agent_failed_high' end,
    case when v.quality_score >= 85 and v.test_coverage_pct is null
      and p.before_count + p.after_count = 0
      and coalesce(s.security_scan_results, 'null') in ('null', '{}', '[]', '""')
      and coalesce(s.accessibility_audit, 'null') in ('null', '{}', '[]', '""') then 'unbacked' end,
    case when s.status = 'completed' and k.open_required <> '{}' then 'required_open' end,
    case when s.completed_at < s.started_at then 'ended_before_start' end,
    case when coalesce(v.quality_score, 0) < 85 and a.failed then 'agent_failed' end,
    case when s.status = 'completed' and s.implementation_progress < 100 then 'unfinished' end,
    case when s.status = 'completed' and v.quality_score is null then 'unscored' end,
    case when s.status in ('active', 'paused') and s.completed_at is not null then 'end_recorded' end,
    case when a.erred then 'agent_error' end,
    case when s.pre_impl_checklist -> 'passed' = 'false' then 'checklist_refused' end,
    case when k.missing > 0 then 'gate_missing' end,
    case when a.to_review then 'to_review' end
  ], null) as reasons
  offset 0
) r;

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
