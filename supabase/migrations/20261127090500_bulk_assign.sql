-- Many reviews are given to one reviewer at once.

create function public.assign_reviews(p_actor uuid, p_session_ids uuid[], p_reviewer uuid)
returns table (id uuid, outcome text)
language plpgsql
set search_path = ''
as $$
declare
  v_ids uuid[];
  v_sd_id text;
  v_waiting boolean;
  v_has uuid;
  v_state text;
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
  -- All that is locked for one review (exhibit.open_review), for all of them before any is written:
  -- a write locks the cards, which others lock after their review.
  perform from public.exec_implementation_sessions s
  join public.strategic_directives_v2 d on d.id = s.sd_id
  where s.id = any (v_ids)
  order by s.id
  for key share;
  foreach id in array coalesce(v_ids, '{}') loop
    perform pg_advisory_xact_lock(exhibit.review_key(id));
  end loop;
  for id, v_sd_id, v_waiting, v_has, v_state in
    select given.id, c.sd_id, c.waiting, a.reviewer_id, a.state
    from unnest(v_ids) as given (id)
    left join public.exec_session_cards c on c.session_id = given.id
    left join public.exec_review_assignments a on a.session_id = given.id and a.state <> 'skipped'
      and a.ends_at > clock_timestamp()
    order by given.id
  loop
    outcome := case
      when v_sd_id is null then 'gone'
      when v_waiting is not true then 'not_waiting'
      when v_has not in (p_actor, p_reviewer) then 'taken'
      when v_has = p_reviewer and (v_state = 'assigned' or p_reviewer = p_actor) then 'had'
      else 'assigned'
    end;
    if outcome = 'assigned' then
      delete from public.exec_review_assignments a
      where a.session_id = assign_reviews.id and a.state = 'skipped' and a.reviewer_id = p_reviewer;
      insert into public.exec_review_assignments (session_id, sd_id, reviewer_id, state, ends_at, assigned_by)
      values (assign_reviews.id, v_sd_id, p_reviewer,
        case when p_reviewer = p_actor then 'held' else 'assigned' end,
        case when p_reviewer = p_actor then now() + interval '30 minutes' else 'infinity' end, p_actor)
      on conflict (session_id) where state <> 'skipped' do update set
        reviewer_id = excluded.reviewer_id, state = excluded.state, ends_at = excluded.ends_at,
        assigned_by = excluded.assigned_by, created_at = now();
    end if;
    return next;
  end loop;
end
$$;
comment on function public.assign_reviews(uuid, uuid[], uuid) is
  'assign_review for up to 100 sessions, which says what became of each: assigned; had, where p_reviewer has it already; or left as it is because somebody else but the actor has it (taken), it does not wait (not_waiting) or there is none (gone).';

select exhibit.protect_function('public.assign_reviews(uuid, uuid[], uuid)'::regprocedure);
