-- The list of sessions: any filter in any order, a page by keyset; and how many there are of each kind.
--
-- Filters are a JSON object; what it does not name is not asked for:
--   words (parts of what is searched, all of them), sd, status [], type [], app [], orchestrator [],
--   band [], verdict [] (approve, request_changes, none), reason [], agent, open, scored (a column),
--   evidence (any, pictures, demos, none), quality, coverage, progress [from, to],
--   started, ended [from, to], active_before, waiting

create function exhibit.quality_bands()
returns table (band text, low integer, high integer)
language sql
immutable
set search_path = ''
as $$
  values ('excellent', 95, 100), ('high', 85, 94), ('good', 75, 84), ('moderate', 65, 74), ('needs', 0, 64),
    ('unscored', -1, -1)
$$;
comment on function exhibit.quality_bands() is 'Which values of quality_high_key are in which band.';

create function exhibit.is_one_of(p_column text, p_values jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  -- An index gives its order for one value alone, where that is said as one.
  select case when jsonb_array_length(p_values) = 1 then format('c.%I = %L', p_column, p_values ->> 0)
    else format('c.%I = any (%L)', p_column, array(select jsonb_array_elements_text(p_values))) end
$$;

create function exhibit.is_between(p_column text, p_range jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select format('c.%I between %L and %L', p_column, p_range ->> 0, p_range ->> 1)
$$;

create function exhibit.quality_is_between(p_low integer, p_high integer, p_order text)
returns text
language sql
immutable
set search_path = ''
as $$
  -- By the key that the list is in the order of, which begins or ends there.
  select case
    when p_order = 'quality_low_key' and p_high < 0 then 'c.quality_low_key = 101'
    when p_order = 'quality_low_key' and p_low < 0
      then format('(c.quality_low_key = 101 or c.quality_low_key between 0 and %s)', p_high)
    else format('c.%I between %s and %s',
      case p_order when 'quality_low_key' then p_order else 'quality_high_key' end, p_low, p_high) end
$$;

-- What follows from a reason. Said beside it, it keeps an order from being searched where nothing can be.
create function exhibit.implied_by(p_reason text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case p_reason
    when 'low_quality' then '{"quality": [0, 74], "status": ["completed"]}'
    when 'agent_failed_high' then '{"quality": [85, 100]}'
    when 'unbacked' then '{"quality": [85, 100]}'
    when 'agent_failed' then '{"quality": [-1, 84]}'
    when 'required_open' then '{"status": ["completed"]}'
    when 'unfinished' then '{"progress": [0, 99], "status": ["completed"]}'
    when 'unscored' then '{"quality": [-1, -1], "status": ["completed"]}'
    else '{}' end::jsonb
$$;

create function exhibit.session_condition(p_filters jsonb, p_order text default '', p_filtered text[] default '{}')
returns text
language sql
stable
set search_path = ''
as $$
  select coalesce(string_agg(condition, ' and '), 'true')
  from (
    select case name
      when 'sd' then format('c.sd_id = %L', value #>> '{}')
      when 'status' then exhibit.is_one_of('status', value)
      when 'type' then exhibit.is_one_of('implementation_type', value)
      when 'app' then exhibit.is_one_of('target_application', value)
      when 'orchestrator' then exhibit.is_one_of('orchestrator', value)
      when 'quality' then exhibit.quality_is_between((value ->> 0)::integer, (value ->> 1)::integer, p_order)
      when 'coverage' then exhibit.is_between('test_coverage_pct', value)
      when 'progress' then exhibit.is_between('progress_key', value)
      when 'started' then exhibit.is_between('started_key', value)
      when 'ended' then exhibit.is_between('ended_at', value)
      when 'scored' then format('c.%I is not null', value #>> '{}')
      when 'waiting' then 'c.waiting and c.status = ''completed'''
      when 'active_before' then format(
        'c.status = ''active'' and c.started_at is not null and c.started_key < %L', value #>> '{}')
      when 'evidence' then case value #>> '{}'
        when 'any' then 'c.has_evidence'
        when 'none' then 'not c.has_evidence'
        when 'demos' then 'c.demo_count > 0'
        when 'pictures' then 'c.has_evidence and c.before_count + c.after_count > 0' end
      when 'verdict' then case value
        when '["none"]' then 'c.verdict is null'
        else format('(%s%s)', exhibit.is_one_of('verdict', value),
          case when value ? 'none' then ' or c.verdict is null' else '' end) end
      when 'band' then (
        select format('(%s)', string_agg(exhibit.quality_is_between(low, high, p_order), ' or '))
        from exhibit.quality_bands() where value ? band
      )
      when 'reason' then format('%s && %L and %s', codes, array(select jsonb_array_elements_text(value)),
        case when name = any (p_filtered) and jsonb_array_length(value) = 1
          then exhibit.session_condition(exhibit.implied_by(value ->> 0), p_order) else 'true' end)
      when 'agent' then format('%s @> %L', codes, array[value #>> '{}'])
      when 'open' then format('%s @> %L', codes, array[value #>> '{}'])
      when 'words' then (
        select format('exists (select from public.exec_session_search s where s.session_id = c.session_id and %s%s)',
          string_agg(format('s.search_text like %L',
            '%' || replace(replace(replace(lower(word), '\', '\\'), '%', '\%'), '_', '\_') || '%'), ' and '),
          case when name = any (p_filtered) then ' offset 0' else '' end)
        from (select jsonb_array_elements_text(value) as word limit 10) as few
      )
    end as condition
    from jsonb_each(p_filters) as asked (name, value)
    -- No index is of this, where there is something to be added.
    cross join lateral (
      select format('(c.reasons || c.agent_results || c.open_required%s)',
        case when name = any (p_filtered) then ' || ''{}''' else '' end) as codes
    ) as of_codes
  ) as conditions
$$;
comment on function exhibit.session_condition(jsonb, text, text[]) is
  'What follows "where" for cards named c, for a list in the order of that column. Each value is quoted, each column one of these. p_filtered: of words and codes, what is asked of each card that is met, rather than looked up.';

create function exhibit.estimate(p_filters jsonb)
returns double precision
language plpgsql
set search_path = ''
as $$
declare
  v_plan json;
begin
  execute 'explain (format json) select from public.exec_session_cards c where '
    || exhibit.session_condition(p_filters) into v_plan;
  return v_plan -> 0 -> 'Plan' ->> 'Plan Rows';
end
$$;
comment on function exhibit.estimate(jsonb) is 'How many sessions the filters let through, as the planner thinks.';

create function exhibit.way_to_sessions(p_filters jsonb, p_wanted integer, out few boolean, out filtered text[])
language plpgsql
-- Who reads under a policy is told nothing of how often words and codes occur. This estimates, and reads no row.
security definer
set search_path = ''
as $$
declare
  v_dear constant text[] := '{reason,agent,open,words}';
  v_all double precision;
  v_others double precision;
begin
  select greatest(reltuples, 0) into v_all from pg_catalog.pg_class
  where oid = 'public.exec_session_cards'::regclass;
  few := p_filters <> '{}' and exhibit.estimate(p_filters) < sqrt(p_wanted * v_all)
    -- An index knows all of it but of these.
    * case when p_filters ?| v_dear then 1.4 else 2.8 end;
  filtered := case when few then '{}' else v_dear end;
  -- Beside others, what lets more through than those do.
  if few and p_filters ?| v_dear and p_filters - v_dear <> '{}' then
    v_others := exhibit.estimate(p_filters - v_dear);
    filtered := array(
      select name from unnest(v_dear) as name
      where p_filters ? name and exhibit.estimate(jsonb_build_object(name, p_filters -> name)) > v_others
    );
  end if;
end
$$;
comment on function exhibit.way_to_sessions(jsonb, integer) is
  'few: whether those that pass are better all looked up than met while one goes along an index, which takes about as many steps as are wanted, divided by their share. filtered: see session_condition.';

create function public.list_sessions(
  p_filters jsonb default '{}', p_sort text default 'newest', p_value text default null,
  p_id uuid default null, p_limit integer default 50
)
returns setof public.exec_session_cards
language plpgsql
stable
set search_path = ''
set jit = off
set statement_timeout = '2s'
as $$
declare
  v_column text;
  v_direction text;
  v_limit constant integer := least(p_limit, 1000);
  v_few boolean;
  v_filtered text[];
  v_parts jsonb := jsonb_build_array(p_filters);
  v_matching text;
begin
  select of_sort.column, of_sort.direction into v_column, v_direction
  from (values
    ('newest', 'started_key', 'desc'), ('oldest', 'started_key', 'asc'),
    ('quality-high', 'quality_high_key', 'desc'), ('quality-low', 'quality_low_key', 'asc'),
    ('progress-high', 'progress_key', 'desc'), ('progress-low', 'progress_key', 'asc')
  ) as of_sort (slug, "column", direction)
  where slug = p_sort;
  if not found then
    raise exception 'no such sort' using errcode = '22023';
  end if;
  select few, filtered into v_few, v_filtered from exhibit.way_to_sessions(p_filters, v_limit);
  -- An index has these orders for each status by itself.
  if not v_few and jsonb_array_length(p_filters -> 'status') > 1 and v_column in ('started_key', 'progress_key') then
    select jsonb_agg(p_filters || jsonb_build_object('status', jsonb_build_array(status))) into v_parts
    from (select distinct jsonb_array_elements(p_filters -> 'status') as status) as each;
  end if;
  -- First which they are, which an index may know by itself, then what they show. Where they are few they
  -- are all looked up and sorted: what they have in common may be rare where the order begins.
  select string_agg(format(
    '(select c.session_id as id, c.%1$I as key from public.exec_session_cards c where %2$s%3$s%4$s)',
    v_column, exhibit.session_condition(part, v_column, v_filtered),
    case when p_id is not null then
      format(' and (c.%I, c.session_id) %s (%L, %L)', v_column,
        case v_direction when 'asc' then '>' else '<' end, p_value, p_id)
    end,
    case when v_few then ' offset 0'
      else format(' order by key %1$s, id %1$s limit %2$s', v_direction, v_limit) end
  ), ' union all ') into v_matching
  from jsonb_array_elements(v_parts) as part;
  return query execute format(
    'select c.* from (
      select * from (%1$s) as matching order by key %2$s, id %2$s limit %3$s
    ) as found
    join public.exec_session_cards c on c.session_id = found.id
    order by found.key %2$s, found.id %2$s',
    v_matching, v_direction, v_limit
  );
end
$$;
comment on function public.list_sessions(jsonb, text, text, uuid, integer) is
  'Sessions that the filters let through, from after the one with this sort key and id on; 1,000 at most.';

create function public.orchestrators()
returns table (orchestrator text)
language sql
stable
set search_path = ''
as $$
  -- One step through the index for each value, however many sessions have it.
  with recursive step as (
    (select c.orchestrator from public.exec_session_cards c
      where c.orchestrator is not null order by c.orchestrator limit 1)
    union all
    select (select c.orchestrator from public.exec_session_cards c
      where c.orchestrator > step.orchestrator order by c.orchestrator limit 1)
    from step where step.orchestrator is not null
  )
  select step.orchestrator from step where step.orchestrator is not null limit 100
$$;
comment on function public.orchestrators() is 'The orchestrators that sessions name, the first hundred.';

create function public.session_facets(p_filters jsonb default '{}')
returns table (name text, value text, sessions integer, more boolean)
language plpgsql
stable
set search_path = ''
set enable_seqscan = off
set jit = off
set statement_timeout = '2s'
as $$
declare
  v_facets constant text[] := '{status,type,app,orchestrator,band,verdict,evidence,reason}';
  v_names text[];
  v_filters jsonb;
begin
  -- Of the values of a filter that is set those that the other filters leave; all others are of the list itself.
  for v_names, v_filters in
    select array(select f from unnest(v_facets) as f where not p_filters ? f), p_filters
    union all
    select array[f], p_filters - f from unnest(v_facets) as f where p_filters ? f
  loop
    return query execute format(
      'with first as materialized (
        select c.status, c.implementation_type as type, c.target_application as app, c.orchestrator,
          c.quality_high_key, coalesce(c.verdict, ''none'') as verdict,
          case when c.has_evidence then ''any'' else ''none'' end as evidence,
          case when c.before_count + c.after_count > 0 then ''pictures'' end as pictures,
          case when c.demo_count > 0 then ''demos'' end as demos, c.reasons
        from public.exec_session_cards c where %s limit 3000
      ), counted as (
        select case
            when grouping(status) = 0 then ''status'' when grouping(type) = 0 then ''type''
            when grouping(app) = 0 then ''app'' when grouping(orchestrator) = 0 then ''orchestrator''
            when grouping(quality_high_key) = 0 then ''band'' when grouping(verdict) = 0 then ''verdict''
            else ''evidence'' end as name,
          coalesce(status, type, app, orchestrator, quality_high_key::text, verdict, evidence, pictures, demos) as value,
          count(*) as sessions
        from first
        group by grouping sets (status, type, app, orchestrator, quality_high_key, verdict, evidence, pictures, demos)
        union all
        select ''reason'', reason, count(*) from first, unnest(reasons) as reason group by reason
      ), size as (
        select count(*)::integer as sessions, count(*) >= 3000 as more from first
      )
      select k.name, coalesce(b.band, k.value), sum(k.sessions)::integer, size.more
      from size, counted k
      left join exhibit.quality_bands() b on k.name = ''band'' and k.value::integer between b.low and b.high
      where k.name = any (%L) and k.value is not null
      group by 1, 2, 4
      union all
      select f, null, size.sessions, size.more from size, unnest(%L::text[]) as f',
      exhibit.session_condition(v_filters, '', (exhibit.way_to_sessions(v_filters, 3000)).filtered), v_names, v_names
    );
  end loop;
end
$$;
comment on function public.session_facets(jsonb) is
  'How many sessions there are of each value of a filter, besides what the others let through. Where "more" is true, it is so many of the first 3,000, and at least those. The row without a value counts all of the filter.';

select exhibit.open_function(p.oid)
from pg_catalog.pg_proc p
where p.pronamespace = 'public'::regnamespace and p.proname in ('list_sessions', 'session_facets', 'orchestrators');

revoke all on all functions in schema exhibit from public, anon, authenticated;
grant usage on schema exhibit to authenticated;
grant execute on function exhibit.session_condition(jsonb, text, text[]), exhibit.implied_by(text),
  exhibit.way_to_sessions(jsonb, integer),
  exhibit.is_one_of(text, jsonb), exhibit.is_between(text, jsonb), exhibit.quality_is_between(integer, integer, text),
  exhibit.quality_bands() to authenticated, service_role;
