-- A waiver is of its checkpoint's session. One that stayed with the old session when its checkpoint was
-- moved counted nowhere; and who deleted the new session, and with it the checkpoint, came to the waiver
-- after the cards, where everybody else comes to it before them.

delete from public.exec_checkpoint_waivers w
using public.exec_quality_checkpoints c
where c.id = w.checkpoint_id and c.session_id <> w.session_id;

create function exhibit.drop_waivers_of_moved()
returns trigger
language plpgsql
-- Whoever may move a checkpoint need not be able to write waivers, or to lock cards.
security definer
set search_path = ''
set enable_seqscan = off
as $$
declare
  v_waivers uuid[];
  v_sessions uuid[];
begin
  with locked as (
    select w.id, w.session_id as was, n.session_id as becomes
    from new_rows n
    join public.exec_checkpoint_waivers w on w.checkpoint_id = n.id
    where w.session_id <> n.session_id
    for update of w
  )
  select array_agg(id), array_agg(was) || array_agg(becomes) into v_waivers, v_sessions from locked;
  if v_waivers is not null then
    perform exhibit.lock_cards(v_sessions);
    delete from public.exec_checkpoint_waivers where id = any (v_waivers);
  end if;
  return null;
end
$$;
comment on function exhibit.drop_waivers_of_moved() is
  'A checkpoint that is moved to another session takes no waiver along, and leaves none behind.';

create function exhibit.check_waived_session()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- It comes after the constraints: the checkpoint is there, and stays where it is until this is over.
  if exists (
    select from public.exec_quality_checkpoints
    where id = new.checkpoint_id and session_id <> new.session_id
  ) then
    raise foreign_key_violation using
      message = 'a waiver names the session of its checkpoint',
      detail = format('Checkpoint %s is not of session %s.', new.checkpoint_id, new.session_id),
      table = 'exec_checkpoint_waivers';
  end if;
  return null;
end
$$;
comment on function exhibit.check_waived_session() is
  'Refuses a waiver whose checkpoint is of another session, also if it has just been moved there.';

revoke all on function exhibit.drop_waivers_of_moved(), exhibit.check_waived_session()
  from public, anon, authenticated;

-- By name it comes before exhibit_track_update, which locks cards.
create trigger exhibit_drop_waivers after update on public.exec_quality_checkpoints
  referencing new table as new_rows for each statement execute function exhibit.drop_waivers_of_moved();
create trigger exhibit_check_session after insert or update of session_id, checkpoint_id
  on public.exec_checkpoint_waivers
  for each row execute function exhibit.check_waived_session();
