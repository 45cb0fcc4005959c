-- What people do to sessions. One function an action: who acts, the state that they had before them,
-- one change, in one transaction. Only the service role calls them, for members whom the app has checked;
-- the role is checked here once more, where nobody can take it away meanwhile.
--
-- SQLSTATEs of refusals, which PostgREST makes HTTP statuses of: PT403 not_allowed; PT404 gone;
-- PT409 moved (somebody else was faster); PT422 with a word for the reason.

grant usage on schema exhibit to service_role;

create function exhibit.act(p_actor uuid, p_least text, p_note text default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_roles constant text[] := array['viewer', 'reviewer', 'admin'];
begin
  perform from public.team_members
  where user_id = p_actor and array_position(v_roles, role) >= array_position(v_roles, p_least)
  for share;
  if not found then
    raise exception 'not_allowed' using errcode = 'PT403';
  end if;
  perform set_config('exhibit.actor', p_actor::text, true), set_config('exhibit.note', coalesce(p_note, ''), true);
end
$$;
comment on function exhibit.act(uuid, text, text) is
  'Begins every action: the member has at least that role until it is committed, and the history names them and their reason.';

create function exhibit.open_session(
  p_session_id uuid, p_seen bigint, p_kinds text[] default '{}', p_fields text[] default '{}'
)
returns public.exec_implementation_sessions
language plpgsql
set search_path = ''
as $$
declare
  v_session public.exec_implementation_sessions;
begin
  -- As an update would lock it: who adds to it, or takes its review, need not wait.
  select * into v_session from public.exec_implementation_sessions where id = p_session_id for no key update;
  if not found then
    raise exception 'gone' using errcode = 'PT404';
  end if;
  perform from public.strategic_directives_v2 where id = v_session.sd_id for no key update;
  if exists (
    select from public.exec_session_events
    where session_id = p_session_id and id > p_seen
      and (kind = any (p_kinds) or kind = 'session' and new ?| p_fields)
      and (kind <> 'review' or coalesce(new, old) ->> 'verdict' is distinct from 'comment')
  ) then
    raise exception 'moved' using errcode = 'PT409';
  end if;
  return v_session;
end
$$;
comment on function exhibit.open_session(uuid, bigint, text[], text[]) is
  'Locks a session and its directive, and refuses where an event of these kinds, or a change of these fields, came after the one that was seen.';

create function exhibit.open_checkpoint(p_checkpoint_id uuid, p_seen bigint)
returns public.exec_quality_checkpoints
language plpgsql
set search_path = ''
as $$
declare
  v_checkpoint public.exec_quality_checkpoints;
begin
  select * into v_checkpoint from public.exec_quality_checkpoints where id = p_checkpoint_id;
  if not found then
    raise exception 'gone' using errcode = 'PT404';
  end if;
  perform exhibit.open_session(v_checkpoint.session_id, p_seen);
  select * into v_checkpoint from public.exec_quality_checkpoints where id = p_checkpoint_id for update;
  if not found then
    raise exception 'gone' using errcode = 'PT404';
  end if;
  if exists (
    select from public.exec_session_events
    where session_id = v_checkpoint.session_id and id > p_seen
      and (kind = 'checkpoint' and record_id = p_checkpoint_id
        or kind = 'waiver' and label = v_checkpoint.checkpoint_name)
  ) then
    raise exception 'moved' using errcode = 'PT409';
  end if;
  return v_checkpoint;
end
$$;

create function public.start_session(
  p_actor uuid, p_id uuid, p_sd_id text, p_type text, p_prd_id text default null, p_gates text[] default null
)
returns uuid
language plpgsql
set search_path = ''
as $$
begin
  perform exhibit.act(p_actor, 'reviewer');
  if not exists (select from public.strategic_directives_v2 where id = p_sd_id) then
    raise exception 'gone' using errcode = 'PT404';
  end if;
  if p_prd_id is not null and not exists (
    select from public.product_requirements_v2 where id = p_prd_id and p_sd_id in (sd_id, directive_id)
  ) then
    raise exception 'prd_of_other' using errcode = 'PT422';
  end if;
  -- The form names the id: sent twice it makes one session.
  insert into public.exec_implementation_sessions (id, sd_id, implementation_type, prd_id, quality_gates)
  values (p_id, p_sd_id, p_type, p_prd_id, coalesce(p_gates, '{}'))
  on conflict (id) do nothing;
  return p_id;
end
$$;

create function exhibit.reopen(p_session public.exec_implementation_sessions)
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- The directive first: its trigger locks the cards of all its sessions, in their order, and of those
  -- none may be held before.
  if p_session.status = 'completed' then
    update public.strategic_directives_v2 set status = 'in_progress', updated_at = now()
    where id = p_session.sd_id and status in ('implementation_complete', 'implementation_review_required');
  end if;
  update public.exec_implementation_sessions
  set status = 'active', completed_at = null, updated_at = now()
  where id = p_session.id;
end
$$;

create function public.change_session_status(
  p_actor uuid, p_session_id uuid, p_seen bigint, p_from text, p_to text, p_reason text default null
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_session public.exec_implementation_sessions;
begin
  perform exhibit.act(p_actor, 'reviewer', p_reason);
  v_session := exhibit.open_session(p_session_id, p_seen,
    -- To complete is to have seen what is still open.
    case when p_to = 'completed' then array['session', 'checkpoint', 'waiver', 'activation'] else '{}' end,
    array['status']);
  if v_session.status <> p_from then
    raise exception 'moved' using errcode = 'PT409';
  end if;
  if p_to = 'active' and p_from in ('completed', 'failed') then
    perform exhibit.reopen(v_session);
  else
    update public.exec_implementation_sessions
    set status = p_to, updated_at = now(),
      completed_at = case when p_to = 'completed' then now() else completed_at end
    where id = p_session_id;
  end if;
end
$$;

create function public.edit_session(
  p_actor uuid, p_session_id uuid, p_seen bigint, p_values jsonb, p_reason text default null
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now public.exec_implementation_sessions;
  v_new public.exec_implementation_sessions;
  v_card public.exec_session_cards;
  v_key text;
  v_domains constant text[] := array[
    'code_quality_score', 'performance_score', 'security_score', 'ux_accessibility_score'
  ];
  v_values jsonb := p_values - 'id';
  v_zeros text[] := '{}';
begin
  perform exhibit.act(p_actor, 'reviewer', p_reason);
  v_now := exhibit.open_session(p_session_id, p_seen, '{}', array(
    select jsonb_object_keys(p_values) union select 'quality_score' where p_values ?| v_domains
  ));
  select * into v_card from public.exec_session_cards where session_id = p_session_id;
  if p_values ?| v_domains and not p_values ? 'quality_score' then
    v_values := v_values || coalesce((
      select jsonb_build_object('quality_score', round(avg(value::integer)))
      from jsonb_each_text(jsonb_build_object('code_quality_score', v_card.code_quality_score,
        'performance_score', v_card.performance_score, 'security_score', v_card.security_score,
        'ux_accessibility_score', v_card.ux_accessibility_score) || p_values)
      where key = any (v_domains)
      -- An overall score that never had domains stands by itself.
      having count(value) > 0 or num_nonnulls(v_card.code_quality_score, v_card.performance_score,
        v_card.security_score, v_card.ux_accessibility_score) > 0
    ), '{}');
  end if;
  for v_key in select jsonb_object_keys(v_values) loop
    -- What nobody measured is still the default of 0 in the row: left as it is while it is not measured,
    -- and a 0 that somebody means has to be told from it, which takes a change.
    if to_jsonb(v_card) ? v_key and to_jsonb(v_card) -> v_key = 'null' and to_jsonb(v_now) -> v_key = '0' then
      if v_values -> v_key = 'null' then
        v_values := v_values - v_key;
      elsif v_values -> v_key = '0' then
        v_zeros := v_zeros || v_key;
      end if;
    end if;
  end loop;
  if v_zeros <> '{}' then
    v_new := jsonb_populate_record(v_now, (select jsonb_object_agg(key, null) from unnest(v_zeros) as key));
    perform exhibit.put_session(v_new);
  end if;
  v_new := jsonb_populate_record(v_now, v_values);
  if v_new is distinct from v_now or v_zeros <> '{}' then
    perform exhibit.put_session(v_new);
  end if;
end
$$;
comment on function public.edit_session(uuid, uuid, bigint, jsonb, text) is
  'Sets the columns of p_values that a person may edit. Where domain scores are among them and quality_score is not, that becomes the rounded mean of those that are scored, and null where they all were taken back.';

create function exhibit.put_session(p_new public.exec_implementation_sessions)
returns void
language sql
set search_path = ''
as $$
  update public.exec_implementation_sessions set
    quality_score = p_new.quality_score,
    code_quality_score = p_new.code_quality_score,
    performance_score = p_new.performance_score,
    security_score = p_new.security_score,
    ux_accessibility_score = p_new.ux_accessibility_score,
    implementation_progress = p_new.implementation_progress,
    test_coverage_pct = p_new.test_coverage_pct,
    quality_gates = p_new.quality_gates,
    pre_impl_checklist = p_new.pre_impl_checklist,
    updated_at = now()
  where id = p_new.id
$$;

create function public.delete_session(p_actor uuid, p_session_id uuid, p_seen bigint)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform exhibit.act(p_actor, 'admin');
  -- Whoever is just adding something to it comes first, and is seen.
  perform from public.exec_implementation_sessions where id = p_session_id for update;
  perform exhibit.open_session(p_session_id, p_seen,
    array['session', 'checkpoint', 'activation', 'handoff', 'review', 'waiver']);
  delete from public.exec_implementation_sessions where id = p_session_id;
end
$$;

create function public.add_checkpoint(
  p_actor uuid, p_id uuid, p_session_id uuid, p_name text, p_type text, p_required boolean
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_session public.exec_implementation_sessions;
begin
  perform exhibit.act(p_actor, 'reviewer');
  v_session := exhibit.open_session(p_session_id, 0);
  insert into public.exec_quality_checkpoints (id, session_id, sd_id, checkpoint_name, checkpoint_type, is_required)
  values (p_id, p_session_id, v_session.sd_id, p_name, p_type, p_required)
  on conflict (id) do nothing;
end
$$;

create function public.change_checkpoint(
  p_actor uuid, p_checkpoint_id uuid, p_seen bigint, p_values jsonb, p_reason text default null
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now public.exec_quality_checkpoints;
  v_new public.exec_quality_checkpoints;
begin
  perform exhibit.act(p_actor, 'reviewer', p_reason);
  v_now := exhibit.open_checkpoint(p_checkpoint_id, p_seen);
  v_new := jsonb_populate_record(v_now, p_values);
  if v_new.is_complete and v_now.is_complete is not true then
    v_new.completed_at := now();
    v_new.completed_by := (select name from public.team_members where user_id = p_actor);
  elsif v_new.is_complete is not true then
    v_new.completed_at := null;
    v_new.completed_by := null;
  end if;
  update public.exec_quality_checkpoints set
    is_complete = v_new.is_complete, is_required = v_new.is_required, score = v_new.score,
    evidence_url = v_new.evidence_url, completion_notes = v_new.completion_notes,
    completed_at = v_new.completed_at, completed_by = v_new.completed_by, updated_at = now()
  where id = p_checkpoint_id;
end
$$;

create function public.waive_checkpoint(
  p_actor uuid, p_checkpoint_id uuid, p_seen bigint, p_reason text, p_ends_at timestamptz
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_checkpoint public.exec_quality_checkpoints;
begin
  perform exhibit.act(p_actor, 'admin', p_reason);
  v_checkpoint := exhibit.open_checkpoint(p_checkpoint_id, p_seen);
  if p_ends_at <= now() then
    raise exception 'waiver_ended' using errcode = 'PT422';
  end if;
  insert into public.exec_checkpoint_waivers
    (checkpoint_id, session_id, sd_id, checkpoint_name, reason, ends_at, waived_by)
  values (p_checkpoint_id, v_checkpoint.session_id, v_checkpoint.sd_id, v_checkpoint.checkpoint_name, p_reason,
    p_ends_at, p_actor)
  on conflict (checkpoint_id) do update set
    session_id = excluded.session_id, sd_id = excluded.sd_id, checkpoint_name = excluded.checkpoint_name,
    reason = excluded.reason, ends_at = excluded.ends_at, waived_by = excluded.waived_by, created_at = now();
end
$$;

create function public.lift_waiver(p_actor uuid, p_checkpoint_id uuid, p_seen bigint)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform exhibit.act(p_actor, 'admin');
  perform exhibit.open_checkpoint(p_checkpoint_id, p_seen);
  delete from public.exec_checkpoint_waivers where checkpoint_id = p_checkpoint_id;
end
$$;

create function public.record_activation(p_actor uuid, p_id uuid, p_session_id uuid, p_values jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_session public.exec_implementation_sessions;
begin
  perform exhibit.act(p_actor, 'reviewer');
  v_session := exhibit.open_session(p_session_id, 0);
  insert into public.exec_sub_agent_activations (
    id, session_id, sd_id, sub_agent_type, activation_reason, execution_status, severity, summary, quality_score,
    recommendations
  )
  select p_id, p_session_id, v_session.sd_id, v.sub_agent_type, v.activation_reason, v.execution_status, v.severity,
    v.summary, v.quality_score, v.recommendations
  from jsonb_populate_record(null::public.exec_sub_agent_activations, p_values) as v
  on conflict (id) do nothing;
end
$$;

create function public.record_handoff(p_actor uuid, p_id uuid, p_session_id uuid, p_values jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_session public.exec_implementation_sessions;
begin
  perform exhibit.act(p_actor, 'reviewer');
  v_session := exhibit.open_session(p_session_id, 0);
  insert into public.exec_handoff_preparations (
    id, session_id, sd_id, implementation_summary, demo_url, documentation_url, test_report_url,
    deliverables_manifest, known_issues, post_implementation_notes
  )
  select p_id, p_session_id, v_session.sd_id, v.implementation_summary, v.demo_url, v.documentation_url,
    v.test_report_url, v.deliverables_manifest, v.known_issues, v.post_implementation_notes
  from jsonb_populate_record(null::public.exec_handoff_preparations, p_values) as v
  on conflict (id) do nothing;
end
$$;

create function public.move_handoff(
  p_actor uuid, p_handoff_id uuid, p_from text, p_to text, p_reason text default null
)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform exhibit.act(p_actor, 'reviewer', p_reason);
  update public.exec_handoff_preparations set
    handoff_status = p_to, updated_at = now(),
    sent_at = case p_to when 'sent' then now() when 'preparing' then null else sent_at end,
    response_at = case when p_to in ('accepted', 'rejected') then now() end
  where id = p_handoff_id and handoff_status = p_from;
  if not found then
    if exists (select from public.exec_handoff_preparations where id = p_handoff_id) then
      raise exception 'moved' using errcode = 'PT409';
    end if;
    raise exception 'gone' using errcode = 'PT404';
  end if;
end
$$;

revoke all on all functions in schema exhibit from public, anon, authenticated;
grant execute on function exhibit.act(uuid, text, text) to service_role;
grant execute on function exhibit.open_session(uuid, bigint, text[], text[]) to service_role;
grant execute on function exhibit.open_checkpoint(uuid, bigint) to service_role;
grant execute on function exhibit.reopen(public.exec_implementation_sessions) to service_role;
grant execute on function exhibit.put_session(public.exec_implementation_sessions) to service_role;

select exhibit.protect_function(p.oid)
from pg_catalog.pg_proc p
where p.pronamespace = 'public'::regnamespace
  and p.proname in (
    'start_session', 'change_session_status', 'edit_session', 'delete_session', 'add_checkpoint',
    'change_checkpoint', 'waive_checkpoint', 'lift_waiver', 'record_activation', 'record_handoff', 'move_handoff'
  );
