-- The read model: one row a session and one a directive with what lists, queue and tiles show,
-- never null where lists sort by it.

create table public.exec_session_cards (
  session_id uuid primary key,
  sd_id text not null,
  directive_title text not null,
  target_application text,
  prd_id text,
  status text not null,
  implementation_type text not null,
  quality_score integer,
  code_quality_score integer,
  performance_score integer,
  security_score integer,
  ux_accessibility_score integer,
  test_coverage_pct integer,
  implementation_progress integer,
  gates_met integer not null,
  gates_all integer not null,
  open_required text[] not null,
  agent_results text[] not null,
  before_count integer not null,
  after_count integer not null,
  demo_count integer not null,
  started_at timestamptz,
  ended_at timestamptz,
  verdict text,
  verdict_event_id bigint,
  session_event_id bigint not null,
  last_event_id bigint not null,
  last_event_at timestamptz not null,
  waiting boolean not null,
  reasons text[] not null,
  risk integer not null,
  search_text text not null,
  started_key timestamptz not null,
  quality_high_key integer not null,
  quality_low_key integer not null,
  progress_key integer not null
);

comment on table public.exec_session_cards is
  'What lists show of a session. Kept by triggers; exhibit.session_card_source says how each value is made.';
comment on column public.exec_session_cards.quality_score is
  'Null where nobody scored it: an untouched default of 0 is no score. So are the other scores and the coverage.';
comment on column public.exec_session_cards.target_application is
  'The directive''s, its first 200 characters: an index must not refuse what the table takes.';
comment on column public.exec_session_cards.gates_all is 'The union of quality_gates and checkpoints by name.';
comment on column public.exec_session_cards.open_required is 'The type of each required checkpoint that is open.';
comment on column public.exec_session_cards.agent_results is
  'TYPE:OUTCOME of each sub-agent result; what stands both in the session and as an activation counts once.';
comment on column public.exec_session_cards.ended_at is
  'completed_at, else when a change of the status was seen to end it, else updated_at where that is after the start, else the insert where it began then.';
comment on column public.exec_session_cards.verdict is 'The newest verdict that is not a comment: approve or request_changes.';
comment on column public.exec_session_cards.verdict_event_id is 'The newest event that its reviewer had seen.';
comment on column public.exec_session_cards.session_event_id is 'The newest event that changed the session itself; 0 where none is known.';
comment on column public.exec_session_cards.last_event_id is 'The session''s version; 0 where no event is known.';
comment on column public.exec_session_cards.waiting is
  'Completed, and no verdict but comments was given at its present state.';
comment on column public.exec_session_cards.reasons is
  'Why it needs attention, heaviest first, as codes. What follows from the clock is not among them.';
comment on column public.exec_session_cards.risk is
  'The reasons'' weights summed, 0-100; 0 once it has failed, was cancelled, or has its verdict.';
comment on column public.exec_session_cards.quality_low_key is 'Unscored comes last in both directions, hence two keys.';

create index exec_session_cards_started_idx on public.exec_session_cards (started_key, session_id);
create index exec_session_cards_quality_high_idx on public.exec_session_cards (quality_high_key, session_id);
create index exec_session_cards_quality_low_idx on public.exec_session_cards (quality_low_key, session_id);
create index exec_session_cards_progress_idx on public.exec_session_cards (progress_key, session_id);
create index exec_session_cards_sd_idx on public.exec_session_cards (sd_id, started_key);
create index exec_session_cards_status_idx on public.exec_session_cards (status, started_key, session_id);
create index exec_session_cards_risk_idx on public.exec_session_cards (risk desc, started_key) where risk > 0;
create index exec_session_cards_waiting_idx on public.exec_session_cards (risk desc, ended_at) where waiting;
create index exec_session_cards_completed_idx on public.exec_session_cards (ended_at) where status = 'completed';

select exhibit.protect_table('public.exec_session_cards', 'exec_session_cards');
revoke all on public.exec_session_cards from service_role;
grant select on public.exec_session_cards to service_role;

create table public.exec_directive_cards (
  sd_id text primary key,
  title text not null,
  status text not null,
  priority text not null,
  target_application text,
  sessions integer not null,
  newest_session_id uuid,
  session_status text,
  implementation_type text,
  quality_score integer,
  implementation_progress integer,
  last_activity timestamptz not null,
  priority_rank smallint not null,
  quality_high_key integer not null,
  quality_low_key integer not null,
  progress_key integer not null
);

comment on table public.exec_directive_cards is
  'What the list of directives filters and sorts by. Kept by triggers; exhibit.directive_card_source says how.';
comment on column public.exec_directive_cards.newest_session_id is
  'The session that was started last; the four columns after it are its own.';
comment on column public.exec_directive_cards.last_activity is
  'When the directive or one of its sessions last changed, to the minute.';
comment on column public.exec_directive_cards.priority_rank is '1 critical, 2 high, 3 medium, 4 low, 5 any other.';
comment on column public.exec_directive_cards.progress_key is
  'The newest session''s progress; -1 where there is no session.';

create index exec_directive_cards_activity_idx on public.exec_directive_cards (last_activity, sd_id);
create index exec_directive_cards_priority_idx on public.exec_directive_cards (priority_rank, sd_id);
create index exec_directive_cards_quality_high_idx on public.exec_directive_cards (quality_high_key, sd_id);
create index exec_directive_cards_quality_low_idx on public.exec_directive_cards (quality_low_key, sd_id);
create index exec_directive_cards_progress_idx on public.exec_directive_cards (progress_key, sd_id);
create index exec_directive_cards_status_idx on public.exec_directive_cards (status, last_activity, sd_id);
create index exec_directive_cards_application_idx on public.exec_directive_cards (target_application, last_activity, sd_id);

select exhibit.protect_table('public.exec_directive_cards', 'exec_directive_cards');
revoke all on public.exec_directive_cards from service_role;
grant select on public.exec_directive_cards to service_role;

-- How a session's card is made: the one definition, for triggers, back-fill and comparison.
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
  lower(concat_ws(' ', s.sd_id, d.title, s.prd_id)) as search_text,
  coalesce(s.started_at, s.created_at, '-infinity') as started_key,
  coalesce(v.quality_score, -1) as quality_high_key,
  coalesce(v.quality_score, 101) as quality_low_key,
  coalesce(s.implementation_progress, 0) as progress_key
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
      filter (where c.is_required and c.is_complete is not true), '{}') as open_required
  from public.exec_quality_checkpoints c
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

create view exhibit.directive_card_source as
select
  d.id::text as sd_id, d.title::text as title, d.status::text as status, d.priority::text as priority,
  left(d.target_application, 200) as target_application,
  coalesce(n.sessions, 0) as sessions,
  n.session_id as newest_session_id, n.status as session_status, n.implementation_type,
  n.quality_score, n.implementation_progress,
  -- To the minute, so that an agent that writes often does not rewrite this row as often.
  date_trunc('minute', greatest(n.last_event_at,
    coalesce(d.updated_at, d.created_at, '-infinity') at time zone 'UTC')) as last_activity,
  case lower(d.priority) when 'critical' then 1 when 'high' then 2 when 'medium' then 3 when 'low' then 4
    else 5 end::smallint as priority_rank,
  coalesce(n.quality_score, -1) as quality_high_key,
  coalesce(n.quality_score, 101) as quality_low_key,
  case when n.session_id is null then -1 else coalesce(n.implementation_progress, 0) end as progress_key
from public.strategic_directives_v2 d
left join lateral (
  select session_id, status, implementation_type, quality_score, implementation_progress,
    (count(*) over ())::integer as sessions, max(last_event_at) over () as last_event_at
  from public.exec_session_cards where sd_id = d.id
  order by started_key desc, session_id desc
  limit 1
) n on true;

-- Everything here is read by its key: a plan without sequential scans, made once a connection, is right
-- for tables of every size and costs a writer least.

create function exhibit.refresh_directive_cards(p_ids text[])
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
    quality_high_key, quality_low_key, progress_key
  )
  select * from exhibit.directive_card_source where sd_id = any (p_ids)
  on conflict (sd_id) do update set
    (title, status, priority, target_application, sessions, newest_session_id, session_status,
      implementation_type, quality_score, implementation_progress, last_activity, priority_rank,
      quality_high_key, quality_low_key, progress_key)
    = (excluded.title, excluded.status, excluded.priority, excluded.target_application, excluded.sessions,
      excluded.newest_session_id, excluded.session_status, excluded.implementation_type,
      excluded.quality_score, excluded.implementation_progress, excluded.last_activity,
      excluded.priority_rank, excluded.quality_high_key, excluded.quality_low_key, excluded.progress_key)
  where card is distinct from excluded;
  delete from public.exec_directive_cards
  where sd_id = any (p_ids)
    and not exists (select from public.strategic_directives_v2 where id = sd_id);
end
$$;

create function exhibit.lock_session_cards(p_ids uuid[])
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform from public.exec_session_cards where session_id = any (p_ids) order by session_id for update;
end
$$;
comment on function exhibit.lock_session_cards(uuid[]) is
  'Comes first, in the order of every writer: then what one of them records of a session has a higher id than what was committed before, and a card is made of all that was.';

-- For whoever holds the locks of these cards.
create function exhibit.refresh_session_cards(p_ids uuid[])
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
    started_key, quality_high_key, quality_low_key, progress_key
  )
  select * from exhibit.session_card_source where session_id = any (p_ids)
  on conflict (session_id) do update set
    (sd_id, directive_title, target_application, prd_id, status, implementation_type, quality_score,
      code_quality_score, performance_score, security_score, ux_accessibility_score, test_coverage_pct,
      implementation_progress, gates_met, gates_all, open_required, agent_results, before_count,
      after_count, demo_count, started_at, ended_at, verdict, verdict_event_id, session_event_id,
      last_event_id, last_event_at, waiting, reasons, risk, search_text, started_key,
      quality_high_key, quality_low_key, progress_key)
    = (excluded.sd_id, excluded.directive_title, excluded.target_application, excluded.prd_id,
      excluded.status, excluded.implementation_type, excluded.quality_score,
      excluded.code_quality_score, excluded.performance_score, excluded.security_score,
      excluded.ux_accessibility_score, excluded.test_coverage_pct, excluded.implementation_progress,
      excluded.gates_met, excluded.gates_all, excluded.open_required, excluded.agent_results,
      excluded.before_count, excluded.after_count, excluded.demo_count, excluded.started_at,
      excluded.ended_at, excluded.verdict, excluded.verdict_event_id, excluded.session_event_id,
      excluded.last_event_id, excluded.last_event_at, excluded.waiting, excluded.reasons,
      excluded.risk, excluded.search_text, excluded.started_key, excluded.quality_high_key,
      excluded.quality_low_key, excluded.progress_key);
  get diagnostics v_made = row_count;
  if v_made < cardinality(p_ids) then
    delete from public.exec_session_cards
    where session_id = any (p_ids)
      and not exists (select from public.exec_implementation_sessions where id = session_id);
  end if;
  perform exhibit.refresh_directive_cards(v_directives);
end
$$;

create function exhibit.rebuild_session_cards(p_after uuid)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_ids constant uuid[] := array(
    select id from public.exec_implementation_sessions where id > p_after
    union
    select session_id from public.exec_session_cards where session_id > p_after
    order by 1 limit 1000
  );
begin
  perform exhibit.lock_session_cards(v_ids);
  perform exhibit.refresh_session_cards(v_ids);
  return v_ids[cardinality(v_ids)];
end
$$;
comment on function exhibit.rebuild_session_cards(uuid) is
  'Makes the cards of the next thousand sessions anew, and says where to go on; null at the end.';

create function exhibit.rebuild_directive_cards()
returns void
language sql
set search_path = ''
as $$
  select exhibit.refresh_directive_cards(array(
    select id from public.strategic_directives_v2 union select sd_id from public.exec_directive_cards
  ))
$$;

create function exhibit.rebuild_cards()
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_last uuid := '00000000-0000-0000-0000-000000000000';
begin
  -- It holds directives' cards while it takes the next sessions', against the order of all others.
  lock table public.exec_session_cards, public.exec_directive_cards in exclusive mode;
  while v_last is not null loop
    v_last := exhibit.rebuild_session_cards(v_last);
  end loop;
  perform exhibit.rebuild_directive_cards();
end
$$;
comment on function exhibit.rebuild_cards() is
  'Makes every card anew while writers wait. "npm run db -- rebuild" does it in transactions of a thousand.';

create function exhibit.card_differences()
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
  select 'directive', coalesce(c.sd_id, s.sd_id)
  from public.exec_directive_cards c
  full join exhibit.directive_card_source s using (sd_id)
  where to_jsonb(c) is distinct from to_jsonb(s)
$$;
comment on function exhibit.card_differences() is 'The cards that are not what a rebuild would make of them.';

revoke all on all tables in schema exhibit from public, anon, authenticated, service_role;
revoke all on all functions in schema exhibit from public, anon, authenticated;
