-- Writers lock in one order, so that none is a deadlock's victim: sessions, directives, sessions' cards,
-- directives' cards; what belongs to a session before its card. Deletions, and a session that moves and is
-- completed at once, left that order.

create or replace function exhibit.track_directive()
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
    -- First the sessions' cards and then the directives', as every writer locks them; also those of
    -- sessions that have just come here, and whose cards do not say so yet.
    perform exhibit.lock_session_cards(array(
      select session_id from public.exec_session_cards where sd_id = any (v_ids)
      union
      select id from public.exec_implementation_sessions where sd_id = any (v_ids)
    ));
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

create function exhibit.lock_belongings()
returns trigger
language plpgsql
-- To lock a row takes the right to change it, which who deletes a directive need not have.
security definer
set search_path = ''
set enable_seqscan = off
as $$
declare
  v_is_directive constant boolean := tg_table_name = 'strategic_directives_v2';
  v_table text;
  v_found uuid[];
  v_sessions uuid[];
begin
  -- The constraint would say the same, but wait for whoever changes such a session, who may wait for this row.
  if v_is_directive and exists (
    select from public.exec_implementation_sessions s where s.sd_id = old.id::text
  ) then
    raise foreign_key_violation using
      message = format('directive %I has sessions', old.id),
      detail = 'Key is still referenced from table "exec_implementation_sessions".',
      table = 'exec_implementation_sessions';
  end if;
  foreach v_table in array array[
    'exec_quality_checkpoints', 'exec_sub_agent_activations', 'exec_handoff_preparations', 'exec_session_reviews',
    'exec_checkpoint_waivers', 'exec_review_assignments', 'exec_evidence_pairings', 'exec_evidence_pins'
  ] loop
    execute format('with locked as (select session_id from public.%I where %I = %L for update)
      select array_agg(session_id) from locked',
      v_table, case when v_is_directive then 'sd_id' else 'session_id' end, old.id) into v_found;
    v_sessions := v_sessions || v_found;
  end loop;
  -- Of sessions that went on to another directive, and left these behind.
  if v_is_directive then
    perform exhibit.lock_cards(v_sessions);
  end if;
  return old;
end
$$;
comment on function exhibit.lock_belongings() is
  'Locks what goes with a session before its directive is locked: who moves a checkpoint holds that while they wait for its new session. Refuses to delete a directive that has sessions.';
revoke all on function exhibit.lock_belongings() from public, anon, authenticated;

-- By name it comes before exhibit_lock_directive.
create trigger exhibit_lock_belongings before delete on public.exec_implementation_sessions
  for each row execute function exhibit.lock_belongings();
create trigger exhibit_lock_belongings before delete on public.strategic_directives_v2
  for each row execute function exhibit.lock_belongings();
