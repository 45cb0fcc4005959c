-- Many reviews are given to one reviewer at once.

create function exhibit.lock_cards(p_session_ids uuid[])
returns void
language plpgsql
-- To lock a card takes the right to change it, which nobody has.
security definer
set search_path = ''
as $$
begin
  perform exhibit.lock_session_cards(p_session_ids);
  perform from public.exec_directive_cards
  where sd_id in (select c.sd_id from public.exec_session_cards c where c.session_id = any (p_session_ids))
  order by sd_id for update;
end
$$;
comment on function exhibit.lock_cards(uuid[]) is
  'All that will be made anew, in the order of every writer; for who writes of several sessions in several statements.';
revoke all on function exhibit.lock_cards(uuid[]) from public, anon, authenticated;
grant execute on function exhibit.lock_cards(uuid[]) to service_role;

create function public.assign_reviews(p_actor uuid, p_session_ids uuid[], p_reviewer uuid)
returns table (id uuid, outcome text)
language plpgsql
set search_path = ''
as $$
declare
  v_ids uuid[];
  v_outcomes text[];
  v_assigned uuid[];
begin
  perform exhibit.act(p_actor, 'reviewer');
  perform from public.team_members where user_id = p_reviewer and role in ('reviewer', 'admin') for share;
  if not found then
    raise exception 'no_reviewer' using errcode = 'PT422';
  end if;
  select array_agg(distinct given order by given) into v_ids from unnest(p_session_ids) as given;
  if cardinality(v_ids) > 100 then
    raise exception 'too_many' using errcode = 'PT422';
  end if;
  -- All that is locked for one review (exhibit.open_review), for all of them before any card is.
  perform from public.exec_implementation_sessions s
  join public.strategic_directives_v2 d on d.id = s.sd_id
  where s.id = any (v_ids)
  order by s.id
  for key share;
  perform pg_advisory_xact_lock(exhibit.review_key(given.id)) from unnest(v_ids) as given (id);
  select array_agg(judged.outcome order by judged.id),
    array_agg(judged.id order by judged.id) filter (where judged.outcome = 'assigned')
  into v_outcomes, v_assigned
  from (
    select given.id, case
      when c.session_id is null then 'gone'
      when c.waiting is not true then 'not_waiting'
      when a.reviewer_id not in (p_actor, p_reviewer) then 'taken'
      when a.reviewer_id = p_reviewer and (a.state = 'assigned' or p_reviewer = p_actor) then 'had'
      else 'assigned' end as outcome
    from unnest(v_ids) as given (id)
    left join public.exec_session_cards c on c.session_id = given.id
    left join public.exec_review_assignments a on a.session_id = given.id and a.state <> 'skipped'
      and a.ends_at > clock_timestamp()
  ) as judged;
  perform exhibit.lock_cards(v_assigned);
  delete from public.exec_review_assignments a
  where a.session_id = any (v_assigned) and a.state = 'skipped' and a.reviewer_id = p_reviewer;
  insert into public.exec_review_assignments (session_id, sd_id, reviewer_id, state, ends_at, assigned_by)
  select c.session_id, c.sd_id, p_reviewer,
    case when p_reviewer = p_actor then 'held' else 'assigned' end,
    case when p_reviewer = p_actor then now() + interval '30 minutes' else 'infinity' end, p_actor
  from public.exec_session_cards c where c.session_id = any (v_assigned)
  on conflict (session_id) where state <> 'skipped' do update set
    reviewer_id = excluded.reviewer_id, state = excluded.state, ends_at = excluded.ends_at,
    assigned_by = excluded.assigned_by, created_at = now();
  return query select * from unnest(v_ids, v_outcomes);
end
$$;
comment on function public.assign_reviews(uuid, uuid[], uuid) is
  'assign_review for up to 100 sessions, which says what became of each: assigned; had, where p_reviewer has it already; or left as it is because somebody else but the actor has it (taken), it does not wait (not_waiting) or there is none (gone).';

select exhibit.protect_function('public.assign_reviews(uuid, uuid[], uuid)'::regprocedure);
