-- Verdicts, and who works on which session of the queue.

-- Who reviews a session is changed by one at a time. Locked after the session and its directive, and
-- before any card.
create function exhibit.open_review(p_session_id uuid)
returns public.exec_session_cards
language plpgsql
set search_path = ''
as $$
declare
  v_card public.exec_session_cards;
begin
  -- Or a deletion would wait for the rows that are written here, and they for what it deletes.
  perform from public.exec_implementation_sessions s
  join public.strategic_directives_v2 d on d.id = s.sd_id
  where s.id = p_session_id
  for key share;
  if not found then
    raise exception 'gone' using errcode = 'PT404';
  end if;
  perform pg_advisory_xact_lock(exhibit.review_key(p_session_id));
  select * into v_card from public.exec_session_cards where session_id = p_session_id;
  return v_card;
end
$$;

create function exhibit.review_key(p_of uuid)
returns bigint
language sql
immutable
set search_path = ''
as $$
  select hashtextextended('exhibit.review:' || p_of::text, 0)
$$;

create function public.give_verdict(
  p_actor uuid, p_id uuid, p_session_id uuid, p_seen bigint, p_values jsonb, p_then text default null
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_session public.exec_implementation_sessions;
  v_review public.exec_session_reviews;
begin
  perform exhibit.act(p_actor, 'reviewer');
  v_session := exhibit.open_session(p_session_id, p_seen);
  if exists (
    select from public.exec_session_reviews
    where id = p_id and session_id = p_session_id and reviewer_id = p_actor
  ) then
    return; -- The form names the id: sent twice it makes one verdict.
  end if;
  v_review := jsonb_populate_record(null::public.exec_session_reviews, p_values);
  if v_review.verdict <> 'comment' then
    -- That an agent wrote meanwhile is no reason to refuse: the verdict says what it was given on.
    perform exhibit.open_session(p_session_id, p_seen, array['review'], array['status']);
    if v_session.status <> 'completed' then
      raise exception 'not_completed' using errcode = 'PT422';
    end if;
    perform exhibit.open_review(p_session_id);
    perform from public.exec_review_assignments where session_id = p_session_id order by id for update;
    -- First what locks the cards of the whole directive.
    if p_then = 'reopen' and v_review.verdict = 'request_changes' then
      perform exhibit.reopen(v_session);
    elsif p_then = 'complete_directive' and v_review.verdict = 'approve' then
      update public.strategic_directives_v2 set status = 'implementation_complete', updated_at = now()
      where id = v_session.sd_id and status = 'implementation_review_required';
    end if;
    delete from public.exec_review_assignments where session_id = p_session_id;
  end if;
  insert into public.exec_session_reviews (
    id, session_id, sd_id, reviewer_id, verdict, body, blind, seen_event_id,
    code_quality_score, performance_score, security_score, ux_accessibility_score
  )
  select p_id, p_session_id, v_session.sd_id, p_actor, v_review.verdict, coalesce(v_review.body, ''),
    coalesce(v_review.blind, false),
    -- Nobody has seen what is still to come.
    least(p_seen, coalesce((select max(id) from public.exec_session_events where session_id = p_session_id), 0)),
    v_review.code_quality_score, v_review.performance_score, v_review.security_score, v_review.ux_accessibility_score;
end
$$;
comment on function public.give_verdict(uuid, uuid, uuid, bigint, jsonb, text) is
  'Refused where somebody else gave a verdict, or the status changed, after p_seen. p_then: reopen the session, or complete its directive.';

create function public.take_review(p_actor uuid)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  v_session_id uuid;
  v_sd_id text;
begin
  perform exhibit.act(p_actor, 'reviewer');
  -- Whoever asks twice in one moment is given one.
  perform pg_advisory_xact_lock(exhibit.review_key(p_actor));
  -- What one has comes first, and is kept for as long as if it had just been taken.
  select a.session_id into v_session_id
  from public.exec_review_assignments a
  join public.exec_session_cards c on c.session_id = a.session_id and c.waiting
  where a.reviewer_id = p_actor and a.state <> 'skipped' and a.ends_at > clock_timestamp()
  order by c.risk desc, c.ended_at, c.session_id
  limit 1
  for no key update of a;
  if found then
    update public.exec_review_assignments
    set ends_at = greatest(ends_at, clock_timestamp() + interval '30 minutes')
    where session_id = v_session_id and reviewer_id = p_actor and state = 'held';
    return v_session_id;
  end if;
  for v_session_id, v_sd_id in
    select c.session_id, c.sd_id
    from public.exec_session_cards c
    where c.waiting and not exists (
      select from public.exec_review_assignments a
      where a.session_id = c.session_id and a.ends_at > clock_timestamp()
        and (a.state <> 'skipped' or a.reviewer_id = p_actor)
    )
    order by c.risk desc, c.ended_at, c.session_id
    limit 100
  loop
    -- Not one that somebody else is just taking, handing on, deciding or deleting.
    perform from public.exec_implementation_sessions s
    join public.strategic_directives_v2 d on d.id = s.sd_id
    where s.id = v_session_id
    for key share skip locked;
    continue when not found or not pg_try_advisory_xact_lock(exhibit.review_key(v_session_id));
    -- Nor one that they were done with before it was locked here.
    continue when not exists (
      select from public.exec_session_cards where session_id = v_session_id and waiting
    ) or exists (
      select from public.exec_review_assignments
      where session_id = v_session_id and state <> 'skipped' and ends_at > clock_timestamp()
    );
    delete from public.exec_review_assignments
    where session_id = v_session_id and reviewer_id = p_actor and state = 'skipped';
    insert into public.exec_review_assignments (session_id, sd_id, reviewer_id, state, ends_at, assigned_by)
    values (v_session_id, v_sd_id, p_actor, 'held', clock_timestamp() + interval '30 minutes', p_actor)
    on conflict (session_id) where state <> 'skipped' do update set
      reviewer_id = excluded.reviewer_id, state = excluded.state, ends_at = excluded.ends_at,
      assigned_by = excluded.assigned_by, created_at = now();
    return v_session_id;
  end loop;
  return null;
end
$$;
comment on function public.take_review(uuid) is
  'Hands the riskiest session that waits, and that nobody has and the actor did not skip, to the actor for 30 minutes; null where there is none.';

create function public.assign_review(p_actor uuid, p_session_id uuid, p_was uuid default null, p_reviewer uuid default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_card public.exec_session_cards;
  v_has uuid;
begin
  perform exhibit.act(p_actor, 'reviewer');
  perform from public.team_members where user_id = p_reviewer and role in ('reviewer', 'admin') for share;
  if p_reviewer is not null and not found then
    raise exception 'no_reviewer' using errcode = 'PT422';
  end if;
  v_card := exhibit.open_review(p_session_id);
  if v_card.waiting is not true then
    raise exception 'not_waiting' using errcode = 'PT422';
  end if;
  select reviewer_id into v_has from public.exec_review_assignments
  where session_id = p_session_id and state <> 'skipped' and ends_at > clock_timestamp()
  for update;
  if v_has is distinct from p_was then
    raise exception 'moved' using errcode = 'PT409';
  end if;
  delete from public.exec_review_assignments
  where session_id = p_session_id and (state = 'skipped' and reviewer_id = p_reviewer
    or state <> 'skipped' and p_reviewer is null);
  if p_reviewer is not null then
    insert into public.exec_review_assignments (session_id, sd_id, reviewer_id, state, ends_at, assigned_by)
    values (p_session_id, v_card.sd_id, p_reviewer,
      case when p_reviewer = p_actor then 'held' else 'assigned' end,
      case when p_reviewer = p_actor then now() + interval '30 minutes' else 'infinity' end, p_actor)
    on conflict (session_id) where state <> 'skipped' do update set
      reviewer_id = excluded.reviewer_id, state = excluded.state, ends_at = excluded.ends_at,
      assigned_by = excluded.assigned_by, created_at = now();
  end if;
end
$$;
comment on function public.assign_review(uuid, uuid, uuid, uuid) is
  'Gives a session that waits from whom has it (p_was, null for nobody) to p_reviewer (null for nobody): to oneself for 30 minutes, to others until they have decided.';

create function public.skip_review(p_actor uuid, p_session_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_card public.exec_session_cards;
begin
  perform exhibit.act(p_actor, 'reviewer');
  v_card := exhibit.open_review(p_session_id);
  insert into public.exec_review_assignments as a (session_id, sd_id, reviewer_id, state, ends_at, assigned_by)
  values (p_session_id, v_card.sd_id, p_actor, 'skipped', now() + interval '12 hours', p_actor)
  on conflict (session_id, reviewer_id) do update set
    state = excluded.state, ends_at = excluded.ends_at, assigned_by = excluded.assigned_by, created_at = now()
  where a.state <> 'skipped' or a.ends_at <= now();
end
$$;
comment on function public.skip_review(uuid, uuid) is
  'Gives a session back, and does not hand it to the actor again for 12 hours.';

revoke all on all functions in schema exhibit from public, anon, authenticated;
grant execute on function exhibit.open_review(uuid) to service_role;
grant execute on function exhibit.review_key(uuid) to service_role;

select exhibit.protect_function(p.oid)
from pg_catalog.pg_proc p
where p.pronamespace = 'public'::regnamespace
  and p.proname in ('give_verdict', 'take_review', 'assign_review', 'skip_review');

-- What was said before is taken from the cards as they are; noting that is no part of the history.
alter table public.exec_session_reviews disable trigger exhibit_track_update;
update public.exec_session_reviews r
set agent_code_quality_score = c.code_quality_score, agent_performance_score = c.performance_score,
  agent_security_score = c.security_score, agent_ux_accessibility_score = c.ux_accessibility_score,
  agent_results = c.agent_results,
  reviewer_name = (select name from public.team_members where user_id = r.reviewer_id)
from public.exec_session_cards c
where c.session_id = r.session_id;
alter table public.exec_session_reviews enable trigger exhibit_track_update;

-- The queue ------------------------------------------------------------------------------------

drop index public.exec_session_cards_waiting_idx;
create index exec_session_cards_waiting_idx on public.exec_session_cards (risk desc, ended_at, session_id)
  where waiting;
create index exec_session_cards_returned_idx on public.exec_session_cards (last_event_at)
  where verdict = 'request_changes' and not waiting and status in ('active', 'paused', 'completed');

create function public.review_queue(p_show text, p_member uuid, p_limit integer default 50)
returns table (
  session_id uuid, sd_id text, directive_title text, status text, implementation_type text,
  quality_score integer, code_quality_score integer, performance_score integer, security_score integer,
  ux_accessibility_score integer, implementation_progress integer, test_coverage_pct integer,
  started_at timestamptz, ended_at timestamptz, open_required text[], agent_results text[], reasons text[],
  risk integer, verdict text, waiver_ends_at timestamptz,
  reviewer_id uuid, reviewer_name text, held_until timestamptz, skipped boolean
)
language sql
stable
set search_path = ''
as $$
  select c.session_id, c.sd_id, c.directive_title, c.status, c.implementation_type, c.quality_score,
    c.code_quality_score, c.performance_score, c.security_score, c.ux_accessibility_score,
    c.implementation_progress, c.test_coverage_pct, c.started_at, c.ended_at, c.open_required,
    c.agent_results, c.reasons, c.risk, c.verdict, c.waiver_ends_at,
    a.reviewer_id, m.name, nullif(a.ends_at, 'infinity'),
    exists (
      select from public.exec_review_assignments s
      where s.session_id = c.session_id and s.reviewer_id = p_member and s.state = 'skipped' and s.ends_at > now()
    )
  from (
    -- Each is a range of an index, read in its order; one of them runs.
    (select * from public.exec_session_cards
      where p_show = 'all' and waiting
      order by risk desc, ended_at, session_id limit least(p_limit, 100))
    union all
    (select c.* from public.exec_session_cards c
      where p_show = 'unassigned' and c.waiting and not exists (
        select from public.exec_review_assignments a
        where a.session_id = c.session_id and a.state <> 'skipped' and a.ends_at > now())
      order by c.risk desc, c.ended_at, c.session_id limit least(p_limit, 100))
    union all
    (select c.* from public.exec_review_assignments a
      join public.exec_session_cards c on c.session_id = a.session_id and c.waiting
      where p_show = 'mine' and a.reviewer_id = p_member and a.state <> 'skipped' and a.ends_at > now()
      order by c.risk desc, c.ended_at, c.session_id limit least(p_limit, 100))
    union all
    (select * from public.exec_session_cards
      where p_show = 'agent' and verdict = 'request_changes' and not waiting
        and status in ('active', 'paused', 'completed')
      order by last_event_at desc limit least(p_limit, 100))
  ) as c
  left join public.exec_review_assignments a
    on a.session_id = c.session_id and a.state <> 'skipped' and a.ends_at > now()
  left join public.team_members m on m.user_id = a.reviewer_id
  order by case when p_show = 'agent' then 0 else c.risk end desc,
    case when p_show = 'agent' then c.last_event_at end desc, case when p_show <> 'agent' then c.ended_at end,
    c.session_id
$$;
comment on function public.review_queue(text, uuid, integer) is
  'What waits for review, riskiest first and then longest: all, unassigned, or mine (of p_member); agent: what waits for the agent since changes were requested, newest first.';

create function public.waiting_count()
returns integer
language sql
stable
set search_path = ''
as $$
  select count(*)::integer from (select from public.exec_session_cards where waiting limit 100) as first
$$;
comment on function public.waiting_count() is 'How many sessions wait for review; 100 where there are as many or more.';

-- Where people and agents differ -----------------------------------------------------------------

create function public.overview_review_scores(
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
    from public.exec_session_reviews r
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
comment on function public.overview_review_scores(timestamptz, timestamptz, text[], text[]) is
  'The mean of reviewer''s minus agent''s score (both 0-100, where both gave one), by domain, by implementation type, and by the sub-agents that had reported; cases are scores.';

create function public.overview_overturned(
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
    from public.exec_session_reviews
    where verdict <> 'comment'
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
comment on function public.overview_overturned(timestamptz, timestamptz, text[], text[]) is
  'How often people decided against a sub-agent: it passed and changes were requested, or it failed and the session was approved. Newest verdict of each session.';

create or replace function public.overview_attention(
  p_types text[] default null, p_applications text[] default null, p_limit integer default 5
)
returns setof public.exec_session_cards
language sql
stable
set search_path = ''
as $$
  -- The heaviest of each kind can be read from an index; what follows from the clock weighs 20 each.
  with risky as (
    select * from public.exec_session_cards
    where risk > 0
      and (p_types is null or implementation_type = any (p_types))
      and (p_applications is null or target_application = any (p_applications))
    order by risk desc, started_key, session_id
    limit least(p_limit, 100)
  ),
  stale as (
    select * from public.exec_session_cards
    where status = 'active' and started_at < now() - interval '7 days'
      and (p_types is null or implementation_type = any (p_types))
      and (p_applications is null or target_application = any (p_applications))
    order by risk desc, started_key, session_id
    limit least(p_limit, 100)
  ),
  unwaived as (
    select * from public.exec_session_cards
    where waiver_ends_at < now() and waiting
      and (p_types is null or implementation_type = any (p_types))
      and (p_applications is null or target_application = any (p_applications))
    order by risk desc, started_key, session_id
    limit least(p_limit, 100)
  )
  select * from (select * from risky union select * from stale union select * from unwaived) as either
  order by risk + case when status = 'active' and started_at < now() - interval '7 days' then 20 else 0 end
      + case when waiting and waiver_ends_at < now() then 20 else 0 end desc,
    started_key, session_id
  limit least(p_limit, 100)
$$;
comment on function public.overview_attention(text[], text[], integer) is
  'The sessions that need attention most: stored risk, to which being stale and a waiver that has ended add 20 each, then age.';

select exhibit.open_function(p.oid)
from pg_catalog.pg_proc p
where p.pronamespace = 'public'::regnamespace and not p.prosecdef
  and p.proname in ('review_queue', 'waiting_count', 'overview_review_scores', 'overview_overturned', 'overview_attention');
