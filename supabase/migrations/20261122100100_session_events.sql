-- The history that Exhibit keeps, because a session's row holds only its latest values.
-- The triggers that write it come with the cards that they keep as well.

create table public.exec_session_events (
  id bigint generated always as identity primary key,
  session_id uuid not null,
  sd_id text not null,
  at timestamptz not null default clock_timestamp(),
  actor uuid,
  kind text not null check (kind in ('session', 'checkpoint', 'activation', 'handoff', 'review')),
  action text not null check (action in ('created', 'changed', 'deleted')),
  record_id uuid,
  label text,
  old jsonb,
  new jsonb,
  derived boolean not null default false
);

comment on table public.exec_session_events is
  'Append-only. No foreign keys: what was deleted keeps its history.';
comment on column public.exec_session_events.id is 'Rises. A session''s newest one is its version.';
comment on column public.exec_session_events.actor is 'The member who acted; null for the service key, which agents use.';
comment on column public.exec_session_events.record_id is 'The row that changed, of the table that kind names.';
comment on column public.exec_session_events.label is 'The checkpoint''s name or the sub-agent''s type, for reading without that row.';
comment on column public.exec_session_events.old is
  'What the changed fields were; after a deletion the whole row. A value of more than 2 kB is {"omitted": bytes}.';
comment on column public.exec_session_events.new is
  'What the changed fields are; at creation the row without its long values.';
comment on column public.exec_session_events.derived is
  'Concluded from a row that was there before Exhibit, and not witnessed.';

create index exec_session_events_session_idx on public.exec_session_events (session_id, id);
create index exec_session_events_sd_idx on public.exec_session_events (sd_id, id);

select exhibit.protect_table('public.exec_session_events', 'exec_events');
-- The triggers write it with their owner's rights; nobody else does, not even with the service key.
revoke all on public.exec_session_events from service_role;
grant select on public.exec_session_events to service_role;
-- A hosted project grants every new sequence to everybody.
revoke all on sequence public.exec_session_events_id_seq from public, anon, authenticated, service_role;

create function exhibit.event_value(p_value jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case
    when pg_catalog.pg_column_size(p_value) <= 2048 then p_value
    else pg_catalog.jsonb_build_object('omitted', pg_catalog.pg_column_size(p_value))
  end
$$;
comment on function exhibit.event_value(jsonb) is
  'The value as an event keeps it: an agent that appends to a long report a hundred times must not store it a hundred times.';

revoke all on all functions in schema exhibit from public, anon, authenticated;
