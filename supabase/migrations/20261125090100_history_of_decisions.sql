-- The history also holds what people decide: waivers, who reviews what, directives, PRDs and the team,
-- and the reason that somebody gave.

alter table public.exec_session_events
  alter column session_id drop not null,
  alter column sd_id drop not null,
  -- A default, so that every trigger writes it.
  add column note text default nullif(current_setting('exhibit.note', true), ''),
  drop constraint exec_session_events_kind_check,
  add constraint exec_session_events_kind_check check (kind in (
    'session', 'checkpoint', 'activation', 'handoff', 'review', 'waiver', 'assignment',
    'directive', 'prd', 'member'
  )),
  add constraint exec_session_events_session_check
    check (session_id is not null or kind in ('directive', 'prd', 'member'));

comment on column public.exec_session_events.session_id is 'Null where it concerns a directive, a PRD or a member.';
comment on column public.exec_session_events.label is
  'The checkpoint''s name, the sub-agent''s type, the PRD''s id or the member''s name, for reading without that row.';
comment on column public.exec_session_events.note is 'The reason that the actor gave.';

create index exec_session_events_actor_idx on public.exec_session_events (actor, id) where actor is not null;
create index exec_session_events_member_idx on public.exec_session_events (id) where kind = 'member';

-- Who reviews a session that waits, and who has passed it over.
create table public.exec_review_assignments (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.exec_implementation_sessions (id) on delete cascade,
  sd_id text not null references public.strategic_directives_v2 (id) on delete cascade,
  reviewer_id uuid not null references auth.users (id) on delete cascade,
  state text not null check (state in ('held', 'assigned', 'skipped')),
  ends_at timestamptz not null,
  assigned_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  unique (session_id, reviewer_id)
);

comment on table public.exec_review_assignments is
  'held: taken from the queue for a while; assigned: given to somebody; skipped: not offered to them again for a while.';
comment on column public.exec_review_assignments.ends_at is 'From then on the row means nothing; infinity for one without an end.';

create unique index exec_review_assignments_reviewer_key on public.exec_review_assignments (session_id)
  where state <> 'skipped';
create index exec_review_assignments_mine_idx on public.exec_review_assignments (reviewer_id, ends_at);

select exhibit.protect_table('public.exec_review_assignments', 'exec_assignments');

-- What the agents said when a verdict was given, beside what its reviewer said.
alter table public.exec_session_reviews
  add column reviewer_name text,
  add column blind boolean not null default false,
  add column agent_code_quality_score integer,
  add column agent_performance_score integer,
  add column agent_security_score integer,
  add column agent_ux_accessibility_score integer,
  add column agent_results text[] not null default '{}';

comment on column public.exec_session_reviews.reviewer_name is 'As the team knew them then: a verdict outlives its reviewer''s account.';
comment on column public.exec_session_reviews.blind is 'Whether the reviewer scored before they saw the agent''s scores.';
comment on column public.exec_session_reviews.agent_code_quality_score is
  'The session''s own score at that moment; null where it had none. The other three alike.';
comment on column public.exec_session_reviews.agent_results is 'TYPE:OUTCOME of each sub-agent result at that moment, as on the card.';

create index exec_session_reviews_created_idx on public.exec_session_reviews (created_at);

create function exhibit.complete_review()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  select card.code_quality_score, card.performance_score, card.security_score, card.ux_accessibility_score,
    card.agent_results
  into new.agent_code_quality_score, new.agent_performance_score, new.agent_security_score,
    new.agent_ux_accessibility_score, new.agent_results
  from public.exec_session_cards card
  where card.session_id = new.session_id;
  new.agent_results := coalesce(new.agent_results, '{}');
  new.reviewer_name := coalesce(new.reviewer_name,
    (select name from public.team_members where user_id = new.reviewer_id));
  return new;
end
$$;

create trigger exhibit_complete_review before insert on public.exec_session_reviews
  for each row execute function exhibit.complete_review();

create function exhibit.record_change()
returns trigger
language plpgsql
-- Whoever may write the row need not be able to write its history.
security definer
set search_path = ''
as $$
declare
  v_kind constant text := tg_argv[0];
  v_actor constant uuid := nullif(current_setting('exhibit.actor', true), '')::uuid;
  -- What changes by itself.
  v_unsaid constant text[] := array['updated_at', 'last_sign_in_at'];
begin
  if tg_op = 'UPDATE' then
    with pairs as materialized (
      select o.row as was, n.row as becomes
      from (select to_jsonb(r) as row from old_rows r) o
      full join (select to_jsonb(r) as row from new_rows r) n
        on coalesce(n.row ->> 'user_id', n.row ->> 'id') = coalesce(o.row ->> 'user_id', o.row ->> 'id')
    )
    insert into public.exec_session_events (sd_id, actor, kind, action, record_id, label, old, new)
    select r.sd_id, v_actor, v_kind, 'changed', r.record_id, r.label, d.old, d.new
    from pairs
    cross join lateral exhibit.event_subject(v_kind, coalesce(becomes, was)) r
    cross join lateral (
      select jsonb_object_agg(key, exhibit.event_value(was -> key)) as old,
        jsonb_object_agg(key, exhibit.event_value(becomes -> key)) as new
      from jsonb_object_keys(coalesce(becomes, was)) as key
      where was -> key is distinct from becomes -> key and key <> all (v_unsaid)
    ) as d
    where d.new is not null;
  elsif tg_op = 'INSERT' then
    insert into public.exec_session_events (sd_id, actor, kind, action, record_id, label, new)
    select r.sd_id, v_actor, v_kind, 'created', r.record_id, r.label, (
      select jsonb_object_agg(key, exhibit.event_value(value))
      from jsonb_each(jsonb_strip_nulls(to_jsonb(n) - v_unsaid))
    )
    from new_rows n
    cross join lateral exhibit.event_subject(v_kind, to_jsonb(n)) r;
  else
    insert into public.exec_session_events (sd_id, actor, kind, action, record_id, label, old)
    select r.sd_id, v_actor, v_kind, 'deleted', r.record_id, r.label, to_jsonb(o)
    from old_rows o
    cross join lateral exhibit.event_subject(v_kind, to_jsonb(o)) r;
  end if;
  return null;
end
$$;

create function exhibit.event_subject(p_kind text, p_row jsonb, out sd_id text, out record_id uuid, out label text)
language sql
immutable
set search_path = ''
as $$
  select
    -- Some PRDs have but the older link.
    case p_kind when 'directive' then p_row ->> 'id' else coalesce(p_row ->> 'sd_id', p_row ->> 'directive_id') end,
    (p_row ->> 'user_id')::uuid,
    case p_kind when 'prd' then p_row ->> 'id' when 'member' then p_row ->> 'name' end
$$;

do $$
declare
  v record;
begin
  for v in
    select * from (values
      ('exec_checkpoint_waivers', 'exhibit_track', 'exhibit.track_session(''waiver'')'),
      ('exec_review_assignments', 'exhibit_track', 'exhibit.track_session(''assignment'')'),
      ('strategic_directives_v2', 'exhibit_record', 'exhibit.record_change(''directive'')'),
      ('product_requirements_v2', 'exhibit_record', 'exhibit.record_change(''prd'')'),
      ('team_members', 'exhibit_record', 'exhibit.record_change(''member'')')
    ) as t (name, prefix, call)
  loop
    execute format('create trigger %I after insert on public.%I
      referencing new table as new_rows for each statement execute function %s', v.prefix || '_insert', v.name, v.call);
    execute format('create trigger %I after update on public.%I
      referencing old table as old_rows new table as new_rows for each statement execute function %s',
      v.prefix || '_update', v.name, v.call);
    execute format('create trigger %I after delete on public.%I
      referencing old table as old_rows for each statement execute function %s', v.prefix || '_delete', v.name, v.call);
    if v.prefix = 'exhibit_track' then
      execute format('create trigger %I after truncate on public.%I
        for each statement execute function %s', v.prefix || '_truncate', v.name, v.call);
    end if;
  end loop;
end
$$;

revoke all on all functions in schema exhibit from public, anon, authenticated;
