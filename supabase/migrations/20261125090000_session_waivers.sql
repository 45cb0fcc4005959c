-- A required checkpoint that need not be met for a while, because an admin said so.

create table public.exec_checkpoint_waivers (
  id uuid primary key default gen_random_uuid(),
  -- In this order they are looked up and locked, as a deletion of the session does.
  session_id uuid not null references public.exec_implementation_sessions (id) on delete cascade,
  sd_id text not null references public.strategic_directives_v2 (id) on delete cascade,
  checkpoint_id uuid not null unique references public.exec_quality_checkpoints (id) on delete cascade,
  checkpoint_name text not null,
  reason text not null check (btrim(reason) <> '' and char_length(reason) <= 2000),
  ends_at timestamptz not null,
  waived_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now()
);

comment on table public.exec_checkpoint_waivers is
  'Checkpoints that do not count as open until a day. One each; what came before is in the history.';
comment on column public.exec_checkpoint_waivers.ends_at is 'From then on the checkpoint counts as open again.';

create index exec_checkpoint_waivers_session_idx on public.exec_checkpoint_waivers (session_id);
create index exec_checkpoint_waivers_sd_idx on public.exec_checkpoint_waivers (sd_id);

select exhibit.protect_table('public.exec_checkpoint_waivers', 'exec_waivers');

alter table public.exec_session_cards add column waiver_ends_at timestamptz;
comment on column public.exec_session_cards.waiver_ends_at is
  'When the first waiver of a required open checkpoint ends or has ended; that checkpoint is not in open_required.';
comment on column public.exec_session_cards.open_required is
  'The type of each required checkpoint that is open and not waived.';

create index exec_session_cards_waiver_idx on public.exec_session_cards (waiver_ends_at)
  where waiver_ends_at is not null;

-- The one definition of a card, with the waivers.
create or replace view exhibit.session_card_source as
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
  lower(concat_ws(' ', s.sd_id, d.title, s.prd_id)) as search_text,
  coalesce(s.started_at, s.created_at, '-infinity') as started_key,
  coalesce(v.quality_score, -1) as quality_high_key,
  coalesce(v.quality_score, 101) as quality_low_key,
  coalesce(s.implementation_progress, 0) as progress_key,
  k.waiver_ends_at
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
cross join lateral (
  select
    case when s.quality_score <> 0 or z.quality then s.quality_score end as quality_score,
    case when s.code_quality_score <> 0 or z.code_quality then s.code_quality_score end as code_quality_score,
    case when s.performance_score <> 0 or z.performance then s.performance_score end as performance_score,
    case when s.security_score <> 0 or z.security then s.security_score end as security_score,
    case when s.ux_accessibility_score <> 0 or z.ux_accessibility then s.ux_accessibility_score end as ux_accessibility_score,
    case when s.test_coverage_pct <> 0 or z.coverage then s.test_coverage_pct end as test_coverage_pct
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
  -- Or it would be made anew in each place that names it.
  offset 0
) r;

create or replace function exhibit.refresh_session_cards(p_ids uuid[])
returns void
language plpgsql
set search_path = ''
set enable_seqscan = off
set jit = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_directives text[];
  v_made integer;
begin
  -- Those that they belonged to as well as those that they belong to.
  select array_agg(distinct sd_id) into v_directives from (
    select sd_id from public.exec_session_cards where session_id = any (p_ids)
    union all
    select sd_id from public.exec_implementation_sessions where id = any (p_ids)
  ) as old_and_new;
  insert into public.exec_session_cards (
    session_id, sd_id, directive_title, target_application, prd_id, status, implementation_type,
    quality_score, code_quality_score, performance_score, security_score, ux_accessibility_score,
    test_coverage_pct, implementation_progress, gates_met, gates_all, open_required, agent_results,
    before_count, after_count, demo_count, started_at, ended_at, verdict, verdict_event_id,
    session_event_id, last_event_id, last_event_at, waiting, reasons, risk, search_text,
    started_key, quality_high_key, quality_low_key, progress_key, waiver_ends_at
  )
  select * from exhibit.session_card_source where session_id = any (p_ids)
  on conflict (session_id) do update set
    (sd_id, directive_title, target_application, prd_id, status, implementation_type, quality_score,
      code_quality_score, performance_score, security_score, ux_accessibility_score, test_coverage_pct,
      implementation_progress, gates_met, gates_all, open_required, agent_results, before_count,
      after_count, demo_count, started_at, ended_at, verdict, verdict_event_id, session_event_id,
      last_event_id, last_event_at, waiting, reasons, risk, search_text, started_key,
      quality_high_key, quality_low_key, progress_key, waiver_ends_at)
    = (excluded.sd_id, excluded.directive_title, excluded.target_application, excluded.prd_id,
      excluded.status, excluded.implementation_type, excluded.quality_score,
      excluded.code_quality_score, excluded.performance_score, excluded.security_score,
      excluded.ux_accessibility_score, excluded.test_coverage_pct, excluded.implementation_progress,
      excluded.gates_met, excluded.gates_all, excluded.open_required, excluded.agent_results,
      excluded.before_count, excluded.after_count, excluded.demo_count, excluded.started_at,
      excluded.ended_at, excluded.verdict, excluded.verdict_event_id, excluded.session_event_id,
      excluded.last_event_id, excluded.last_event_at, excluded.waiting, excluded.reasons,
      excluded.risk, excluded.search_text, excluded.started_key, excluded.quality_high_key,
      excluded.quality_low_key, excluded.progress_key, excluded.waiver_ends_at);
  get diagnostics v_made = row_count;
  if v_made < cardinality(p_ids) then
    delete from public.exec_session_cards
    where session_id = any (p_ids)
      and not exists (select from public.exec_implementation_sessions where id = session_id);
  end if;
  perform exhibit.refresh_directive_cards(v_directives);
end
$$;
