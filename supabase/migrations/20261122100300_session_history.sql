-- Every change to a session and what belongs to it becomes an event, and its card is made anew,
-- whoever writes and whatever they know of it. Both start here, with what rows that exist can tell.

create function exhibit.track_session()
returns trigger
language plpgsql
-- Whoever may write a session need not be able to write its history.
security definer
set search_path = ''
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_kind constant text := tg_argv[0];
  v_actor constant uuid := nullif(current_setting('exhibit.actor', true), '')::uuid;
  -- Ids stand beside it, and what is large is still in the row or in the change that replaced it.
  v_not_at_creation constant text[] := array[
    'id', 'session_id', 'sd_id', 'created_at', 'updated_at', 'sub_agent_results', 'quality_gates',
    'pre_impl_checklist', 'performance_metrics', 'security_scan_results', 'accessibility_audit',
    'before_screenshots', 'after_screenshots', 'demo_urls', 'orchestrator', 'session_version',
    'summary', 'details', 'recommendations', 'activation_reason', 'implementation_summary', 'quality_metrics', 'test_results',
    'performance_benchmarks', 'security_validation', 'accessibility_compliance',
    'deliverables_manifest', 'known_issues', 'post_implementation_notes', 'completion_notes', 'body'
  ];
  v_sessions uuid[];
begin
  if tg_op = 'INSERT' then
    -- The checkpoints that a session's own trigger makes belong to its creation, which follows.
    if v_kind = 'checkpoint' and pg_trigger_depth() > 1 then
      if not exists (select from new_rows join public.exec_session_cards using (session_id)) then
        return null;
      end if;
    end if;
    if v_kind = 'session' then
      v_sessions := array(select id from new_rows);
    else
      v_sessions := array(select distinct session_id from new_rows);
      perform exhibit.lock_session_cards(v_sessions);
    end if;
    -- Materialized, or each mention of the row would make its JSON anew.
    with rows as materialized (select to_jsonb(n) as r from new_rows n)
    insert into public.exec_session_events (session_id, sd_id, actor, kind, action, record_id, label, new)
    select coalesce(r ->> 'session_id', r ->> 'id')::uuid, r ->> 'sd_id', v_actor, v_kind, 'created',
      (r ->> 'id')::uuid, coalesce(r ->> 'checkpoint_name', r ->> 'sub_agent_type'),
      case when v_kind = 'session' then jsonb_strip_nulls(r - v_not_at_creation) else (
        select jsonb_object_agg(key, exhibit.event_value(value))
        from jsonb_each(jsonb_strip_nulls(r - v_not_at_creation))
      ) end
    from rows;

  elsif tg_op = 'UPDATE' then
    if v_kind = 'session' then
      v_sessions := array(select id from old_rows union select id from new_rows);
    else
      v_sessions := array(select session_id from old_rows union select session_id from new_rows);
    end if;
    perform exhibit.lock_session_cards(v_sessions);
    with pairs as materialized (
      select to_jsonb(o) as was, to_jsonb(n) as becomes from old_rows o full join new_rows n on n.id = o.id
    )
    insert into public.exec_session_events (session_id, sd_id, actor, kind, action, record_id, label, old, new)
    select coalesce(r ->> 'session_id', r ->> 'id')::uuid, r ->> 'sd_id', v_actor, v_kind,
      case when was is null then 'created' when becomes is null then 'deleted' else 'changed' end,
      (r ->> 'id')::uuid, coalesce(r ->> 'checkpoint_name', r ->> 'sub_agent_type'), d.old, d.new
    from pairs
    cross join lateral (select coalesce(becomes, was) as r) as row
    cross join lateral (
      select jsonb_object_agg(key, exhibit.event_value(was -> key)) as old,
        jsonb_object_agg(key, exhibit.event_value(becomes -> key)) as new
      from jsonb_object_keys(r) as key
      where was -> key is distinct from becomes -> key and key <> 'updated_at'
    ) as d
    where d.new is not null;

  elsif tg_op = 'DELETE' then
    if v_kind = 'session' then
      v_sessions := array(select id from old_rows);
    else
      v_sessions := array(select distinct session_id from old_rows);
    end if;
    perform exhibit.lock_session_cards(v_sessions);
    with rows as materialized (select to_jsonb(o) as r from old_rows o)
    insert into public.exec_session_events (session_id, sd_id, actor, kind, action, record_id, label, old)
    select coalesce(r ->> 'session_id', r ->> 'id')::uuid, r ->> 'sd_id', v_actor, v_kind, 'deleted',
      (r ->> 'id')::uuid, coalesce(r ->> 'checkpoint_name', r ->> 'sub_agent_type'), r
    from rows;

  else
    perform exhibit.rebuild_cards();
  end if;

  if v_sessions <> '{}' then
    perform exhibit.refresh_session_cards(v_sessions);
  end if;
  return null;
end
$$;

create function exhibit.lock_directive()
returns trigger
language plpgsql
-- To lock a row takes the right to change it, which a writer of sessions need not have.
security definer
set search_path = ''
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
begin
  perform from public.strategic_directives_v2 where id in (old.sd_id, new.sd_id) order by id for no key update;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end
$$;
comment on function exhibit.lock_directive() is
  'Writers of one directive wait for each other here and not at commit, where the deferred constraint waits for every row with its pair while the card is held: that would be a deadlock where 23505 is meant. A title that is just being changed is waited for, too.';

create function exhibit.track_directive()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  v_ids text[];
  v_sessions uuid[];
begin
  if tg_op = 'INSERT' then
    v_ids := array(select id from new_rows);
  elsif tg_op = 'DELETE' then
    v_ids := array(select id from old_rows);
  else
    v_ids := array(select id from old_rows union select id from new_rows);
    -- First the sessions' cards and then the directives', as every writer locks them.
    perform from public.exec_session_cards where sd_id = any (v_ids) order by session_id for update;
    v_sessions := array(
      select c.session_id
      from public.exec_session_cards c
      join new_rows n on n.id = c.sd_id
      where (c.directive_title, c.target_application) is distinct from (n.title::text, left(n.target_application, 200))
    );
    if v_sessions <> '{}' then
      perform exhibit.refresh_session_cards(v_sessions);
    end if;
  end if;
  perform exhibit.refresh_directive_cards(v_ids);
  return null;
end
$$;

revoke all on all functions in schema exhibit from public, anon, authenticated;

create trigger exhibit_lock_directive before insert or update or delete on public.exec_implementation_sessions
  for each row execute function exhibit.lock_directive();

-- One a statement and not one a row: a batch of 500 sessions is recorded at once.
do $$
declare
  v record;
begin
  for v in
    select * from (values
      ('exec_implementation_sessions', 'exhibit.track_session(''session'')'),
      ('exec_quality_checkpoints', 'exhibit.track_session(''checkpoint'')'),
      ('exec_sub_agent_activations', 'exhibit.track_session(''activation'')'),
      ('exec_handoff_preparations', 'exhibit.track_session(''handoff'')'),
      ('exec_session_reviews', 'exhibit.track_session(''review'')'),
      ('strategic_directives_v2', 'exhibit.track_directive()')
    ) as t (name, call)
  loop
    execute format('create trigger exhibit_track_insert after insert on public.%I
      referencing new table as new_rows for each statement execute function %s', v.name, v.call);
    execute format('create trigger exhibit_track_update after update on public.%I
      referencing old table as old_rows new table as new_rows for each statement execute function %s', v.name, v.call);
    execute format('create trigger exhibit_track_delete after delete on public.%I
      referencing old table as old_rows for each statement execute function %s', v.name, v.call);
    if v.name <> 'strategic_directives_v2' then
      execute format('create trigger exhibit_track_truncate after truncate on public.%I
        for each statement execute function %s', v.name, v.call);
    end if;
  end loop;
end
$$;

insert into public.exec_session_events (session_id, sd_id, at, kind, action, record_id, label, old, new, derived)
select session_id, sd_id, at, kind, action, record_id, label, old, new, true
from (
  select id as session_id, sd_id, coalesce(created_at, started_at, now()) as at, 'session' as kind,
    'created' as action, id as record_id, null as label, null::jsonb as old,
    jsonb_build_object('implementation_type', implementation_type) as new
  from public.exec_implementation_sessions
  union all
  select id, sd_id,
    coalesce(completed_at, case when updated_at > coalesce(started_at, created_at) then updated_at end),
    'session', 'changed', id, null, null, jsonb_build_object('status', status)
  from public.exec_implementation_sessions
  where status in ('completed', 'failed', 'cancelled')
  union all
  select session_id, sd_id, completed_at, 'checkpoint', 'changed', id, checkpoint_name,
    jsonb_build_object('is_complete', false), jsonb_build_object('is_complete', true, 'completed_by', completed_by)
  from public.exec_quality_checkpoints
  where is_complete
  union all
  select session_id, sd_id, coalesce(activated_at, created_at), 'activation', 'created', id, sub_agent_type,
    null, jsonb_build_object('execution_status', execution_status, 'severity', severity)
  from public.exec_sub_agent_activations
  union all
  select h.session_id, h.sd_id, step.at, 'handoff', step.action, h.id, null, null,
    jsonb_build_object('handoff_status', step.status)
  from public.exec_handoff_preparations h
  cross join lateral (values
    (coalesce(h.prepared_at, h.created_at), 'created', 'preparing'),
    (h.sent_at, 'changed', 'sent'),
    (case when h.handoff_status in ('accepted', 'rejected') then h.response_at end, 'changed', h.handoff_status)
  ) as step (at, action, status)
) as told
where isfinite(at)
order by at, action desc;

select exhibit.rebuild_cards();

-- Lists read the cards from here on.
drop view public.exec_session_list;
