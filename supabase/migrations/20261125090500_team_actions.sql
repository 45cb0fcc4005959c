-- Who is in the team, and as what. Whoever changes it, an admin is left.

alter table public.team_members add column last_sign_in_at timestamptz;

create function exhibit.one_at_a_time()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- Before any row is locked: two admins who demote each other would else each see the other one.
  perform pg_advisory_xact_lock(hashtextextended('exhibit.team', 0));
  return null;
end
$$;

create function exhibit.keep_an_admin()
returns trigger
language plpgsql
-- Whoever deletes an account need not be able to read the team.
security definer
set search_path = ''
as $$
begin
  if exists (select from old_rows where role = 'admin')
    and not exists (select from public.team_members where role = 'admin')
  then
    raise exception 'last_admin' using errcode = 'PT422',
      hint = 'Make another member an admin first.';
  end if;
  return null;
end
$$;

create trigger exhibit_one_at_a_time before insert or update of role or delete on public.team_members
  for each statement execute function exhibit.one_at_a_time();
create trigger exhibit_keep_an_admin_update after update on public.team_members
  referencing old table as old_rows for each statement execute function exhibit.keep_an_admin();
create trigger exhibit_keep_an_admin_delete after delete on public.team_members
  referencing old table as old_rows for each statement execute function exhibit.keep_an_admin();

create function exhibit.act_on_team(p_actor uuid, p_user_id uuid, p_was text)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_role text;
begin
  perform pg_advisory_xact_lock(hashtextextended('exhibit.team', 0));
  perform exhibit.act(p_actor, 'admin');
  -- Until what they are just doing is done, and before any row of theirs is locked.
  select role into v_role from public.team_members where user_id = p_user_id for update;
  if not found then
    raise exception 'gone' using errcode = 'PT404';
  elsif v_role <> p_was then
    raise exception 'moved' using errcode = 'PT409';
  end if;
end
$$;

create function public.add_member(p_actor uuid, p_user_id uuid, p_email text, p_name text, p_role text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('exhibit.team', 0));
  perform exhibit.act(p_actor, 'admin');
  insert into public.team_members (user_id, email, name, role) values (p_user_id, p_email, p_name, p_role);
end
$$;

create function public.change_member_role(p_actor uuid, p_user_id uuid, p_was text, p_role text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform exhibit.act_on_team(p_actor, p_user_id, p_was);
  update public.team_members set role = p_role where user_id = p_user_id;
  if p_role = 'viewer' then
    delete from public.exec_review_assignments where reviewer_id = p_user_id;
  end if;
end
$$;

create function public.remove_member(p_actor uuid, p_user_id uuid, p_was text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform exhibit.act_on_team(p_actor, p_user_id, p_was);
  delete from public.exec_review_assignments where reviewer_id = p_user_id;
  delete from public.team_members where user_id = p_user_id;
end
$$;

create function public.rename_member(p_actor uuid, p_name text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- Before it is shared, or two of these would wait for each other.
  perform from public.team_members where user_id = p_actor for no key update;
  perform exhibit.act(p_actor, 'viewer');
  update public.team_members set name = p_name where user_id = p_actor;
end
$$;

create function public.note_sign_in(p_actor uuid)
returns void
language sql
set search_path = ''
as $$
  update public.team_members set last_sign_in_at = now() where user_id = p_actor
$$;

create function public.team_list()
returns table (
  user_id uuid, email text, name text, role text, created_at timestamptz, last_sign_in_at timestamptz,
  last_action_at timestamptz
)
language sql
stable
set search_path = ''
as $$
  select m.user_id, m.email, m.name, m.role, m.created_at, m.last_sign_in_at, e.at
  from public.team_members m
  left join lateral (
    select at from public.exec_session_events where actor = m.user_id order by id desc limit 1
  ) e on true
  order by m.name, m.user_id
  limit 500
$$;
comment on function public.team_list() is 'The members, and when each of them last signed in and last changed something.';

revoke all on all functions in schema exhibit from public, anon, authenticated;
grant execute on function exhibit.act_on_team(uuid, uuid, text) to service_role;

select exhibit.protect_function(p.oid)
from pg_catalog.pg_proc p
where p.pronamespace = 'public'::regnamespace
  and p.proname in ('add_member', 'change_member_role', 'remove_member', 'rename_member', 'note_sign_in');
select exhibit.open_function('public.team_list()'::regprocedure);
