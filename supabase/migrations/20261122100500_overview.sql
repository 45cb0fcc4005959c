-- What the overview and the charts draw: one function a panel, its rows what is drawn. They run with
-- the rights of whoever asks. Sessions count by their start; weeks begin on Monday, UTC.
--
-- p_from and p_to bound the start (null: open, p_to not included), p_types and p_applications are the
-- values that count (null: all).

create function exhibit.open_function(p_function regprocedure)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform exhibit.protect_function(p_function);
  execute format('grant execute on function %s to authenticated', p_function);
end
$$;
comment on function exhibit.open_function(regprocedure) is
  'Callable by members too. Only for functions that run with the caller''s rights and write nothing.';

create function public.overview_weekly_statuses(
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
  -- A column for each status: an answer of more than 1,000 rows would be cut.
  select date_trunc('week', started_key at time zone 'UTC')::date as week,
    count(*) filter (where status = 'active')::integer,
    count(*) filter (where status = 'paused')::integer,
    count(*) filter (where status = 'completed')::integer,
    count(*) filter (where status = 'failed')::integer,
    count(*) filter (where status = 'cancelled')::integer
  from public.exec_session_cards
  where isfinite(started_key)
    and (p_from is null or started_key >= p_from) and (p_to is null or started_key < p_to)
    and (p_types is null or implementation_type = any (p_types))
    and (p_applications is null or target_application = any (p_applications))
  group by 1
  order by 1 desc
  limit 400
$$;
comment on function public.overview_weekly_statuses(timestamptz, timestamptz, text[], text[]) is
  'Sessions by week and status: the newest 400 weeks that have any, newest first.';

create function public.overview_weekly_quality(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (week date, scored integer, low double precision, median double precision, high double precision)
language sql
stable
set search_path = ''
as $$
  select date_trunc('week', started_key at time zone 'UTC')::date as week, count(*)::integer,
    percentile_cont(0.25) within group (order by quality_score),
    percentile_cont(0.5) within group (order by quality_score),
    percentile_cont(0.75) within group (order by quality_score)
  from public.exec_session_cards
  where isfinite(started_key) and quality_score is not null
    and (p_from is null or started_key >= p_from) and (p_to is null or started_key < p_to)
    and (p_types is null or implementation_type = any (p_types))
    and (p_applications is null or target_application = any (p_applications))
  group by 1
  order by 1 desc
  limit 400
$$;
comment on function public.overview_weekly_quality(timestamptz, timestamptz, text[], text[]) is
  'Median of the quality score by week, and the middle half (first to third quartile), newest first.';

create function public.overview_weekly_domains(
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
  select date_trunc('week', started_key at time zone 'UTC')::date as week,
    percentile_cont(0.5) within group (order by code_quality_score),
    percentile_cont(0.5) within group (order by performance_score),
    percentile_cont(0.5) within group (order by security_score),
    percentile_cont(0.5) within group (order by ux_accessibility_score)
  from public.exec_session_cards
  where isfinite(started_key)
    and (p_from is null or started_key >= p_from) and (p_to is null or started_key < p_to)
    and (p_types is null or implementation_type = any (p_types))
    and (p_applications is null or target_application = any (p_applications))
  group by 1
  order by 1 desc
  limit 400
$$;
comment on function public.overview_weekly_domains(timestamptz, timestamptz, text[], text[]) is
  'Median of each domain score by week, newest first; null where no session of the week was scored.';

create function public.overview_bands(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (band text, sessions integer)
language sql
stable
set search_path = ''
as $$
  select case
      when quality_score is null then 'unscored' when quality_score >= 95 then 'excellent'
      when quality_score >= 85 then 'high' when quality_score >= 75 then 'good'
      when quality_score >= 65 then 'moderate' else 'needs' end,
    count(*)::integer
  from public.exec_session_cards
  where (p_from is null or started_key >= p_from) and (p_to is null or started_key < p_to)
    and (p_types is null or implementation_type = any (p_types))
    and (p_applications is null or target_application = any (p_applications))
  group by 1
$$;
comment on function public.overview_bands(timestamptz, timestamptz, text[], text[]) is
  'Sessions by band of the quality score, and those without one. Bands without a session have no row.';

create function public.overview_types(
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
  select implementation_type, count(*)::integer, count(quality_score)::integer,
    percentile_cont(0.25) within group (order by quality_score),
    percentile_cont(0.5) within group (order by quality_score),
    percentile_cont(0.75) within group (order by quality_score)
  from public.exec_session_cards
  where (p_from is null or started_key >= p_from) and (p_to is null or started_key < p_to)
    and (p_types is null or implementation_type = any (p_types))
    and (p_applications is null or target_application = any (p_applications))
  group by 1
$$;
comment on function public.overview_types(timestamptz, timestamptz, text[], text[]) is
  'Median and middle half of the quality score by implementation type.';

create function public.overview_sub_agents(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (sub_agent_type text, outcome text, results integer)
language sql
stable
set search_path = ''
as $$
  select split_part(result, ':', 1), split_part(result, ':', 2), count(*)::integer
  from public.exec_session_cards, unnest(agent_results) as result
  where (p_from is null or started_key >= p_from) and (p_to is null or started_key < p_to)
    and (p_types is null or implementation_type = any (p_types))
    and (p_applications is null or target_application = any (p_applications))
  group by 1, 2
$$;
comment on function public.overview_sub_agents(timestamptz, timestamptz, text[], text[]) is
  'Sub-agent results by type and outcome. The types that Exhibit does not know are OTHER.';

create function public.overview_open_checkpoints(
  p_from timestamptz default null, p_to timestamptz default null,
  p_types text[] default null, p_applications text[] default null
)
returns table (checkpoint_type text, checkpoints integer, sessions integer)
language sql
stable
set search_path = ''
as $$
  select type, count(*)::integer, count(distinct session_id)::integer
  from public.exec_session_cards, unnest(open_required) as type
  where status in ('active', 'paused', 'completed')
    and (p_from is null or started_key >= p_from) and (p_to is null or started_key < p_to)
    and (p_types is null or implementation_type = any (p_types))
    and (p_applications is null or target_application = any (p_applications))
  group by 1
$$;
comment on function public.overview_open_checkpoints(timestamptz, timestamptz, text[], text[]) is
  'Open required checkpoints by type, of sessions that were neither cancelled nor failed, and how many sessions those are.';

create function public.overview_tiles(
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
  -- One pass over the cards gives all of it.
  with clock as (
    select now() as now, date_trunc('week', now() at time zone 'UTC') at time zone 'UTC' as monday,
      coalesce(p_to, now()) as until
  ),
  counted as (
    select
      count(*) filter (where c.status = 'active')::integer as active,
      count(*) filter (where c.status = 'active' and c.started_at < clock.now - interval '7 days')::integer as stale,
      count(*) filter (where c.waiting)::integer as waiting,
      min(c.ended_at) filter (where c.waiting) as waiting_since,
      count(*) filter (where c.status = 'completed'
        and c.ended_at >= monday and c.ended_at < monday + interval '7 days')::integer as this_week,
      count(*) filter (where c.status = 'completed'
        and c.ended_at >= monday - interval '7 days' and c.ended_at < monday)::integer as last_week,
      count(*) filter (where c.status = 'completed'
        and c.ended_at >= monday - interval '7 days' and c.ended_at < clock.now - interval '7 days')::integer as so_far,
      percentile_cont(0.5) within group (order by c.quality_score)
        filter (where (p_from is null or c.started_key >= p_from) and (p_to is null or c.started_key < p_to)) as median,
      percentile_cont(0.5) within group (order by c.quality_score)
        filter (where c.started_key >= p_from - (clock.until - p_from) and c.started_key < p_from) as median_before
    from public.exec_session_cards c, clock
    where (p_types is null or c.implementation_type = any (p_types))
      and (p_applications is null or c.target_application = any (p_applications))
  )
  select counted.*,
    (select count(*)::integer from public.exec_directive_cards
      where status = 'implementation_review_required'
        and (p_types is null or implementation_type = any (p_types))
        and (p_applications is null or target_application = any (p_applications)))
  from counted
$$;
comment on function public.overview_tiles(timestamptz, timestamptz, text[], text[]) is
  'How things stand now; the period bounds the median alone. median_before is that of the period of the same length before.';

create function public.overview_attention(
  p_types text[] default null, p_applications text[] default null, p_limit integer default 5
)
returns setof public.exec_session_cards
language sql
stable
set search_path = ''
as $$
  -- The heaviest of each kind can be read from an index; staleness follows from the clock and weighs 20.
  with risky as (
    select * from public.exec_session_cards
    where risk > 0
      and (p_types is null or implementation_type = any (p_types))
      and (p_applications is null or target_application = any (p_applications))
    order by risk desc, started_key
    limit least(p_limit, 100)
  ),
  stale as (
    select * from public.exec_session_cards
    where status = 'active' and started_at < now() - interval '7 days'
      and (p_types is null or implementation_type = any (p_types))
      and (p_applications is null or target_application = any (p_applications))
    order by risk desc, started_key
    limit least(p_limit, 100)
  )
  select * from (select * from risky union select * from stale) as either
  order by risk + case when status = 'active' and started_at < now() - interval '7 days' then 20 else 0 end desc,
    started_key, session_id
  limit least(p_limit, 100)
$$;
comment on function public.overview_attention(text[], text[], integer) is
  'The sessions that need attention most: stored risk, to which being stale adds 20, then age.';

create function public.target_applications()
returns table (target_application text)
language sql
stable
set search_path = ''
as $$
  -- One step through the index for each value, however many directives have it.
  with recursive step as (
    (select c.target_application from public.exec_directive_cards c
      where c.target_application is not null order by c.target_application limit 1)
    union all
    select (select c.target_application from public.exec_directive_cards c
      where c.target_application > step.target_application order by c.target_application limit 1)
    from step where step.target_application is not null
  )
  select step.target_application from step where step.target_application is not null limit 100
$$;
comment on function public.target_applications() is 'The target applications that directives name, the first hundred.';

create function public.session_history(p_session_ids uuid[])
returns table (session_id uuid, at timestamptz, changes jsonb)
language sql
stable
set search_path = ''
as $$
  with tracked as (
    select array[
      'status', 'quality_score', 'code_quality_score', 'performance_score', 'security_score',
      'ux_accessibility_score', 'implementation_progress', 'test_coverage_pct'
    ] as keys
  ),
  steps as (
    select e.session_id, e.id, e.at, e.action, e.old, e.new,
      -- An answer through the API ends after a thousand rows; eight more may come before the changes.
      ntile(least(390, 1000 / greatest(cardinality(p_session_ids[1:20]), 1) - 8))
        over (partition by e.session_id order by e.id) as bucket
    from public.exec_session_events e, tracked
    where e.session_id = any (p_session_ids[1:20]) and e.kind = 'session' and e.new ?| keys
  ),
  latest as (
    select distinct on (session_id, bucket, key) session_id, bucket, at, key, value
    from steps, jsonb_each(new), tracked
    where key = any (keys)
    -- The zeros of a new row are defaults that nobody measured; its progress has begun at 0.
    and not (action = 'created' and value = '0' and key <> 'implementation_progress')
    order by session_id, bucket, key, id desc
  ),
  -- What was before the first change that was seen: of a row that is older than its history.
  earlier as (
    select distinct on (session_id, key) session_id, bucket, at, key, old -> key as value
    from steps, jsonb_object_keys(new) as key, tracked
    where key = any (keys)
    order by session_id, key, id
  )
  select told.session_id, told.at, told.changes
  from (
    select latest.session_id, bucket, 1 as part, max(latest.at) as at, jsonb_object_agg(key, value) as changes
    from latest
    group by latest.session_id, bucket
    union all
    select earlier.session_id, bucket, 0, earlier.at, jsonb_object_agg(key, value)
    from earlier
    where jsonb_typeof(value) <> 'null' and (value <> '0' or key = 'implementation_progress')
    group by earlier.session_id, bucket, earlier.at
  ) as told
  order by told.session_id, bucket, part, told.at
$$;
comment on function public.session_history(uuid[]) is
  'How status, scores, progress and coverage of up to 20 sessions moved: 400 steps a session and 1,000 in all at most, each with what changed, and at the first change of a value what it was before. Where there were more, neighbours are folded into one, whose values are the later ones.';

revoke all on all functions in schema exhibit from public, anon, authenticated;
select exhibit.open_function(p.oid)
from pg_catalog.pg_proc p
where p.pronamespace = 'public'::regnamespace and not p.prosecdef
  and p.proname in (
    'overview_weekly_statuses', 'overview_weekly_quality', 'overview_weekly_domains', 'overview_bands',
    'overview_types', 'overview_sub_agents', 'overview_open_checkpoints', 'overview_tiles',
    'overview_attention', 'target_applications', 'session_history'
  );
