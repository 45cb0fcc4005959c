-- What the overview counts, kept by triggers: so many sessions of each day, application and type by
-- status, score, result and so on. Quartiles and medians follow from how often each score occurs.
--
-- Writers append what changes and never wait for each other; now and then one of them folds what was
-- appended into the counts. Both together are exact at any moment.

create table public.exec_session_counts (
  grain smallint not null,
  metric text not null,
  day date not null,
  implementation_type text not null,
  target_application text not null,
  value integer not null,
  sessions bigint not null,
  primary key (grain, metric, day, implementation_type, target_application, value)
) with (fillfactor = 80);

comment on table public.exec_session_counts is
  'Counts of sessions, up to what is still in exec_session_count_changes; exhibit.session_counts adds both.';
comment on column public.exec_session_counts.grain is
  '0: of all types and applications, which are empty; 1: of one type (the quality alone); 2: of one type and application.';
comment on column public.exec_session_counts.metric is
  'status:X; completed (by the day of the end); waiting; a score; result:TYPE:OUTCOME; open:TYPE and sessions_open:TYPE (required checkpoints).';
comment on column public.exec_session_counts.day is 'Of the start, UTC.';
comment on column public.exec_session_counts.value is
  'The score, -1 where there is none (of the quality alone); of status:X whether the start is known; else 0.';

create table public.exec_session_count_changes (
  id bigint generated always as identity primary key,
  like public.exec_session_counts including comments
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
comment on table public.exec_session_count_changes is 'What is to be added to exec_session_counts.';
create index exec_session_count_changes_metric_idx on public.exec_session_count_changes (grain, metric, day);

select exhibit.protect_table('public.exec_session_counts', 'exec_session_counts');
select exhibit.protect_table('public.exec_session_count_changes', 'exec_session_count_changes');
revoke all on public.exec_session_counts, public.exec_session_count_changes from service_role;
grant select on public.exec_session_counts, public.exec_session_count_changes to service_role;

revoke all on sequence public.exec_session_count_changes_id_seq from public, anon, authenticated, service_role;

create view exhibit.session_counts with (security_invoker = true) as
select grain, metric, day, implementation_type, target_application, value, sessions
from public.exec_session_counts
union all
select grain, metric, day, implementation_type, target_application, value, sessions
from public.exec_session_count_changes;

create function exhibit.count_lock()
returns bigint
language sql
immutable
set search_path = ''
as $$ select hashtextextended('exhibit.session_counts', 0) $$;

create function exhibit.fold_counts()
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- One at a time: whoever comes meanwhile leaves it to the next.
  if not pg_try_advisory_xact_lock(exhibit.count_lock()) then
    return;
  end if;
  with folded as (
    delete from public.exec_session_count_changes
    returning grain, metric, day, implementation_type, target_application, value, sessions
  )
  insert into public.exec_session_counts as known
  select grain, metric, day, implementation_type, target_application, value, sum(sessions)
  from folded
  group by 1, 2, 3, 4, 5, 6
  having sum(sessions) <> 0
  on conflict (grain, metric, day, implementation_type, target_application, value)
  do update set sessions = known.sessions + excluded.sessions;
end
$$;

do $$
declare
  -- What a card c counts for: the one definition, for writers and for the recount.
  v_counted constant text := $counted$
    cross join lateral (
      select (c.started_key at time zone 'UTC')::date as started, (c.ended_at at time zone 'UTC')::date as ended
      offset 0
    ) as of_day
    cross join lateral (
      select metric, day, value
      from (values
        ('status:' || c.status, started, (c.started_at is not null)::integer),
        ('completed', case c.status when 'completed' then ended end, 0),
        ('waiting', case when c.waiting then started end, 0),
        ('quality', started, c.quality_high_key),
        ('code_quality', started, c.code_quality_score),
        ('performance', started, c.performance_score),
        ('security', started, c.security_score),
        ('ux_accessibility', started, c.ux_accessibility_score)
      ) as of_card (metric, day, value)
      where day is not null and value is not null
      union all
      select 'result:' || result, started, 0 from unnest(c.agent_results) as result
      union all
      select 'open:' || type, started, 0 from unnest(c.open_required) as type
      where c.status in ('active', 'paused', 'completed')
      union all
      select distinct 'sessions_open:' || type, started, 0 from unnest(c.open_required) as type
      where c.status in ('active', 'paused', 'completed')
    ) as counted
    join lateral (values
      (0::smallint, '', ''), (1, c.implementation_type, ''),
      (2, c.implementation_type, coalesce(c.target_application, ''))
    ) as kind (grain, implementation_type, target_application) on kind.grain <> 1 or counted.metric = 'quality'
  $counted$;
  v_append constant text := $append$
        with appended as (
          insert into public.exec_session_count_changes (
            grain, metric, day, implementation_type, target_application, value, sessions
          )
          select kind.grain, counted.metric, counted.day, kind.implementation_type, kind.target_application,
            counted.value, sum(c.sign)
          from (%s) as c %s
          group by 1, 2, 3, 4, 5, 6
          having sum(c.sign) <> 0
          returning id
        )
        select min(id), max(id) into v_first, v_last from appended;
  $append$;
begin
  execute format($define$
    create view exhibit.session_count_source as
    select kind.grain, counted.metric, counted.day, kind.implementation_type, kind.target_application,
      counted.value, count(*) as sessions
    from public.exec_session_cards c %s
    group by 1, 2, 3, 4, 5, 6
  $define$, v_counted);

  execute format($define$
    create function exhibit.count_sessions()
    returns trigger
    language plpgsql
    -- Whoever writes a card need not be able to write counts.
    security definer
    set search_path = ''
    set jit = off
    set plan_cache_mode = force_generic_plan
    as $body$
    declare
      v_first bigint;
      v_last bigint;
    begin
      -- A statement that may insert or update calls both, also for no rows.
      if tg_op = 'INSERT' then
        if exists (select from new_rows) then %s end if;
      elsif tg_op = 'UPDATE' then
        if exists (select from new_rows) then %s end if;
      else %s
      end if;
      if v_first / 4096 < v_last / 4096 then
        perform exhibit.fold_counts();
      end if;
      return null;
    end
    $body$
  $define$,
    format(v_append, 'select 1 as sign, n.* from new_rows n', v_counted),
    format(v_append, 'select -1 as sign, o.* from old_rows o union all select 1, n.* from new_rows n', v_counted),
    format(v_append, 'select -1 as sign, o.* from old_rows o', v_counted));
end
$$;

create trigger exhibit_count_insert after insert on public.exec_session_cards
  referencing new table as new_rows for each statement execute function exhibit.count_sessions();
create trigger exhibit_count_update after update on public.exec_session_cards
  referencing old table as old_rows new table as new_rows
  for each statement execute function exhibit.count_sessions();
create trigger exhibit_count_delete after delete on public.exec_session_cards
  referencing old table as old_rows for each statement execute function exhibit.count_sessions();

create function exhibit.rebuild_counts()
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(exhibit.count_lock());
  -- One statement sees cards and changes of one moment: what writers add meanwhile stays appended.
  with recounted as materialized (
    select * from exhibit.session_count_source
  ), appended as (
    delete from public.exec_session_count_changes
  ), gone as (
    delete from public.exec_session_counts c
    where not exists (
      select from recounted r
      where (r.grain, r.metric, r.day, r.implementation_type, r.target_application, r.value)
        = (c.grain, c.metric, c.day, c.implementation_type, c.target_application, c.value)
    )
  )
  insert into public.exec_session_counts as known
  select * from recounted
  order by grain, metric, day, implementation_type, target_application, value
  on conflict (grain, metric, day, implementation_type, target_application, value)
  do update set sessions = excluded.sessions where known.sessions <> excluded.sessions;
end
$$;
comment on function exhibit.rebuild_counts() is 'Counts the cards anew, while writers write.';

create function exhibit.count_differences()
returns table (metric text, day date, counted bigint, recounted bigint)
language sql
stable
set search_path = ''
as $$
  select coalesce(k.metric, r.metric), coalesce(k.day, r.day), k.sessions::bigint, r.sessions
  from (
    select grain, metric, day, implementation_type, target_application, value, sum(sessions) as sessions
    from exhibit.session_counts
    group by 1, 2, 3, 4, 5, 6
    having sum(sessions) <> 0
  ) as k
  full join exhibit.session_count_source r
    using (grain, metric, day, implementation_type, target_application, value)
  where k.sessions is distinct from r.sessions
$$;
comment on function exhibit.count_differences() is 'The counts that are not what a recount of the cards gives.';

select exhibit.rebuild_counts();

-- What the overview draws, from the counts. p_from and p_to bound the day of the start (null: open,
-- p_to not included); where neither type nor application is asked for, few rows count for all.

-- In plpgsql, whose plans a connection keeps: these are called several times a page.
create function exhibit.quantile(p_values integer[], p_times bigint[], p_share double precision)
returns double precision
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_place double precision;
  v_low integer;
  v_up_to bigint := 0;
  v_value integer;
  v_times bigint;
begin
  select p_share * (sum(times) - 1)::double precision into v_place from unnest(p_times) as times;
  -- In whatever order they were aggregated.
  for v_value, v_times in select * from unnest(p_values, p_times) order by 1 loop
    v_up_to := v_up_to + v_times;
    if v_low is null and v_up_to > floor(v_place) then
      v_low := v_value;
    end if;
    if v_up_to > ceil(v_place) then
      return v_low + (v_place - floor(v_place)) * (v_value - v_low);
    end if;
  end loop;
  return null;
end
$$;
comment on function exhibit.quantile(integer[], bigint[], double precision) is
  'What percentile_cont gives of these values, each of which occurs so many times.';

create function exhibit.counted(
  p_metrics text[], p_by_week boolean, p_by_type boolean,
  p_from timestamptz, p_to timestamptz, p_types text[], p_applications text[]
)
returns table (metric text, week date, implementation_type text, value integer, sessions bigint)
language plpgsql
stable
set search_path = ''
set enable_seqscan = off
set jit = off
set plan_cache_mode = force_generic_plan
as $$
begin
  return query
  select k.metric, case when p_by_week then date_trunc('week', k.day::timestamp)::date end,
    case when p_by_type then k.implementation_type end, k.value, sum(k.sessions)::bigint
  from exhibit.session_counts k
  -- The coarsest that tells apart what is asked for.
  where k.grain = case
      when p_applications is null and p_types is null and not p_by_type then 0
      when p_applications is null and p_metrics = '{quality}' then 1
      else 2 end
    and k.metric = any (p_metrics)
    and k.day >= coalesce((p_from at time zone 'UTC')::date, '-infinity')
    and k.day < coalesce((p_to at time zone 'UTC')::date, 'infinity')
    and (not p_by_week or isfinite(k.day))
    and (p_types is null or k.implementation_type = any (p_types))
    and (p_applications is null or k.target_application = any (p_applications))
  group by 1, 2, 3, 4
  having sum(k.sessions) > 0
  order by 1, 2, 3, 4;
end
$$;
comment on function exhibit.counted(text[], boolean, boolean, timestamptz, timestamptz, text[], text[]) is
  'How many sessions these metrics count in the period, by value, lowest first, and where asked by week and by type.';

create or replace function public.overview_weekly_statuses(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (
  week date, active integer, paused integer, completed integer, failed integer, cancelled integer
)
language sql
stable
set search_path = ''
as $$
  select week,
    coalesce(sum(sessions) filter (where metric = 'status:active'), 0)::integer,
    coalesce(sum(sessions) filter (where metric = 'status:paused'), 0)::integer,
    coalesce(sum(sessions) filter (where metric = 'status:completed'), 0)::integer,
    coalesce(sum(sessions) filter (where metric = 'status:failed'), 0)::integer,
    coalesce(sum(sessions) filter (where metric = 'status:cancelled'), 0)::integer
  from exhibit.counted('{status:active,status:paused,status:completed,status:failed,status:cancelled}', true, false,
    p_from, p_to, p_types, p_applications)
  group by week
  order by week desc
  limit 400
$$;

create or replace function public.overview_weekly_quality(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (week date, scored integer, low double precision, median double precision, high double precision)
language sql
stable
set search_path = ''
as $$
  select week, sum(sessions)::integer,
    exhibit.quantile(array_agg(value), array_agg(sessions), 0.25),
    exhibit.quantile(array_agg(value), array_agg(sessions), 0.5),
    exhibit.quantile(array_agg(value), array_agg(sessions), 0.75)
  from exhibit.counted('{quality}', true, false, p_from, p_to, p_types, p_applications)
  where value >= 0
  group by week
  order by week desc
  limit 400
$$;

create or replace function public.overview_weekly_domains(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (
  week date, code_quality double precision, performance double precision,
  security double precision, ux_accessibility double precision
)
language sql
stable
set search_path = ''
as $$
  -- A week in which no domain was scored has a row too, for its sessions.
  select week, max(median) filter (where metric = 'code_quality'), max(median) filter (where metric = 'performance'),
    max(median) filter (where metric = 'security'), max(median) filter (where metric = 'ux_accessibility')
  from (
    select week, metric, exhibit.quantile(array_agg(value), array_agg(sessions), 0.5) as median
    from exhibit.counted(array_cat('{code_quality,performance,security,ux_accessibility}',
      '{status:active,status:paused,status:completed,status:failed,status:cancelled}'), true, false,
      p_from, p_to, p_types, p_applications)
    group by week, metric
  ) as medians
  group by week
  order by week desc
  limit 400
$$;

create or replace function public.overview_bands(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (band text, sessions integer)
language sql
stable
set search_path = ''
as $$
  select b.band, sum(k.sessions)::integer
  from exhibit.counted('{quality}', false, false, p_from, p_to, p_types, p_applications) k
  join exhibit.quality_bands() b on k.value between b.low and b.high
  group by 1
$$;

create or replace function public.overview_types(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (
  implementation_type text, sessions integer, scored integer,
  low double precision, median double precision, high double precision
)
language sql
stable
set search_path = ''
as $$
  select k.implementation_type, sum(k.sessions)::integer, coalesce(sum(k.sessions) filter (where value >= 0), 0)::integer,
    exhibit.quantile(array_agg(k.value) filter (where value >= 0),
      array_agg(k.sessions) filter (where value >= 0), 0.25),
    exhibit.quantile(array_agg(k.value) filter (where value >= 0),
      array_agg(k.sessions) filter (where value >= 0), 0.5),
    exhibit.quantile(array_agg(k.value) filter (where value >= 0),
      array_agg(k.sessions) filter (where value >= 0), 0.75)
  from exhibit.counted('{quality}', false, true, p_from, p_to, p_types, p_applications) k
  group by 1
$$;

create or replace function public.overview_sub_agents(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (sub_agent_type text, outcome text, results integer)
language sql
stable
set search_path = ''
as $$
  select split_part(metric, ':', 2), split_part(metric, ':', 3), sessions::integer
  from exhibit.counted(array(
    select format('result:%s:%s', type, outcome)
    from unnest('{SECURITY,DATABASE,VALIDATION,TESTING,PERFORMANCE,DESIGN,DEBUGGING,OTHER}'::text[]) as type,
      unnest('{PASS,WARNING,FAIL,REVIEW_REQUIRED,ERROR}'::text[]) as outcome
  ), false, false, p_from, p_to, p_types, p_applications)
$$;

create or replace function public.overview_open_checkpoints(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (checkpoint_type text, checkpoints integer, sessions integer)
language sql
stable
set search_path = ''
as $$
  select split_part(metric, ':', 2), coalesce(sum(k.sessions) filter (where metric like 'open:%'), 0)::integer,
    coalesce(sum(k.sessions) filter (where metric like 'sessions\_open:%'), 0)::integer
  from exhibit.counted(array(
    select format('%s:%s', what, type)
    from unnest('{open,sessions_open}'::text[]) as what,
      unnest('{CODE_QUALITY,PERFORMANCE,SECURITY,TESTING,ACCESSIBILITY,DOCUMENTATION}'::text[]) as type
  ), false, false, p_from, p_to, p_types, p_applications) k
  group by 1
$$;

create index exec_session_cards_waited_idx on public.exec_session_cards (ended_at)
  include (implementation_type, target_application) where waiting;

create or replace function public.overview_tiles(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (
  active integer, stale integer, waiting integer, waiting_since timestamptz,
  completed_this_week integer, completed_last_week integer, completed_last_week_so_far integer,
  median double precision, median_before double precision, directives_to_review integer
)
language sql
stable
set search_path = ''
as $$
  -- Whole days are counted already; of the day on which a bound falls the cards are.
  with clock as (
    select week_ago, week_ago_at, monday, monday_at,
      (coalesce(p_to, now()) at time zone 'UTC')::date - (p_from at time zone 'UTC')::date as days
    from (
      select now() - interval '7 days' as week_ago,
        date_trunc('day', now() at time zone 'UTC') at time zone 'UTC' - interval '7 days' as week_ago_at,
        date_trunc('week', now() at time zone 'UTC')::date as monday,
        date_trunc('week', now() at time zone 'UTC') at time zone 'UTC' as monday_at
    ) as today
  ),
  ended as (
    select
      coalesce(sum(k.sessions) filter (where week = monday), 0)::integer as this_week,
      coalesce(sum(k.sessions) filter (where week = monday - 7), 0)::integer as last_week
    from clock, exhibit.counted('{completed}', true, false, monday_at - interval '7 days', null, p_types, p_applications) k
  ),
  so_far as (
    select coalesce(sum(k.sessions), 0)::integer as whole_days
    from clock,
      exhibit.counted('{completed}', false, false, monday_at - interval '7 days', week_ago_at, p_types, p_applications) k
  ),
  standing as (
    select
      coalesce(sum(k.sessions) filter (where metric = 'status:active'), 0)::integer as active,
      coalesce(sum(k.sessions) filter (where metric = 'waiting'), 0)::integer as waiting
    from exhibit.counted('{status:active,waiting}', false, false, null, null, p_types, p_applications) k
  ),
  stale as (
    select coalesce(sum(k.sessions) filter (where value = 1), 0)::integer as whole_days
    from clock, exhibit.counted('{status:active}', false, false, null, week_ago_at, p_types, p_applications) k
  )
  select standing.active,
    stale.whole_days + (select count(*)::integer from public.exec_session_cards c
      where c.status = 'active' and c.started_at is not null
        and c.started_key >= week_ago_at and c.started_key < week_ago
        and (p_types is null or c.implementation_type = any (p_types))
        and (p_applications is null or c.target_application = any (p_applications))),
    standing.waiting,
    (select min(c.ended_at) from public.exec_session_cards c
      where c.waiting
        and (p_types is null or c.implementation_type = any (p_types))
        and (p_applications is null or c.target_application = any (p_applications))),
    ended.this_week, ended.last_week,
    so_far.whole_days + (select count(*)::integer from public.exec_session_cards c
      where c.status = 'completed' and c.ended_at >= week_ago_at and c.ended_at < week_ago
        and (p_types is null or c.implementation_type = any (p_types))
        and (p_applications is null or c.target_application = any (p_applications))),
    (select exhibit.quantile(array_agg(value), array_agg(sessions), 0.5)
      from exhibit.counted('{quality}', false, false, p_from, p_to, p_types, p_applications) where value >= 0),
    (select exhibit.quantile(array_agg(value), array_agg(sessions), 0.5)
      from exhibit.counted('{quality}', false, false, p_from - days * interval '1 day', p_from, p_types, p_applications)
      where value >= 0 and p_from is not null),
    (select count(*)::integer from (
      select from public.exec_directive_cards
      where status = 'implementation_review_required'
        and (p_types is null or implementation_type = any (p_types))
        and (p_applications is null or target_application = any (p_applications))
      limit 1001
    ) as first)
  from clock, standing, stale, ended, so_far
$$;
comment on function public.overview_tiles(timestamptz, timestamptz, text[], text[]) is
  'How things stand now; the period bounds the median alone. median_before is that of as many days before it. directives_to_review is 1,001 where there are more than 1,000.';

-- Where people and agents differ is asked of the newest verdicts: those of years ago say little of today.

create or replace function public.overview_review_scores(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (grouped_by text, name text, cases integer, difference double precision)
language sql
stable
set search_path = ''
as $$
  with judged as (
    select r.id, c.implementation_type, r.agent_results, d.domain, d.mine - d.theirs as difference
    from (select * from public.exec_session_reviews order by created_at desc limit 1000) as r
    join public.exec_session_cards c on c.session_id = r.session_id
    cross join lateral (values
      ('code_quality', r.code_quality_score, r.agent_code_quality_score),
      ('performance', r.performance_score, r.agent_performance_score),
      ('security', r.security_score, r.agent_security_score),
      ('ux_accessibility', r.ux_accessibility_score, r.agent_ux_accessibility_score)
    ) as d (domain, mine, theirs)
    where d.mine is not null and d.theirs is not null
      and (p_from is null or c.started_key >= p_from) and (p_to is null or c.started_key < p_to)
      and (p_types is null or c.implementation_type = any (p_types))
      and (p_applications is null or c.target_application = any (p_applications))
  )
  select 'domain', domain, count(*)::integer, avg(difference)::double precision from judged group by domain
  union all
  select 'type', implementation_type, count(*)::integer, avg(difference)::double precision
  from judged group by implementation_type
  union all
  select 'sub_agent', agent, count(*)::integer, avg(difference)::double precision
  from judged
  cross join lateral (select distinct split_part(result, ':', 1) as agent from unnest(agent_results) as result) as a
  group by agent
$$;

create or replace function public.overview_overturned(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (sub_agent_type text, cases integer, overturned integer)
language sql
stable
set search_path = ''
as $$
  select split_part(result, ':', 1), count(*)::integer,
    (count(*) filter (where (split_part(result, ':', 2) = 'PASS') <> (r.verdict = 'approve')))::integer
  from (
    select distinct on (session_id) session_id, verdict, agent_results
    from (
      select * from public.exec_session_reviews where verdict <> 'comment' order by created_at desc limit 1000
    ) as newest
    order by session_id, created_at desc, seen_event_id desc
  ) as r
  join public.exec_session_cards c on c.session_id = r.session_id
  cross join lateral (select distinct unnest(r.agent_results) as result) as each
  where split_part(result, ':', 2) in ('PASS', 'FAIL')
    and (p_from is null or c.started_key >= p_from) and (p_to is null or c.started_key < p_to)
    and (p_types is null or c.implementation_type = any (p_types))
    and (p_applications is null or c.target_application = any (p_applications))
  group by 1
$$;

revoke all on all tables in schema exhibit from public, anon, authenticated, service_role;
grant select on exhibit.session_counts to authenticated, service_role;
revoke all on all functions in schema exhibit from public, anon, authenticated;
grant execute on function exhibit.session_condition(jsonb, text, text[]), exhibit.implied_by(text),
  exhibit.way_to_sessions(jsonb, integer),
  exhibit.is_one_of(text, jsonb), exhibit.is_between(text, jsonb), exhibit.quality_is_between(integer, integer, text),
  exhibit.quality_bands(), exhibit.quantile(integer[], bigint[], double precision),
  exhibit.counted(text[], boolean, boolean, timestamptz, timestamptz, text[], text[])
  to authenticated, service_role;
