-- What a person keeps of a list: its filters and its order, under a name.

create table public.exec_saved_views (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  list text not null check (list in ('sessions', 'directives')),
  name text not null check (btrim(name) <> '' and char_length(name) <= 60),
  query text not null check (char_length(query) <= 4000),
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.exec_saved_views is 'Lists as their owners want to see them again. Nobody else reads these.';
comment on column public.exec_saved_views.query is
  'What the address of the list holds, as "status=active&sort=oldest". Read like any address: it may hold anything.';
comment on column public.exec_saved_views.is_default is 'Whether it is what the list opens with.';

create unique index exec_saved_views_name_key on public.exec_saved_views (user_id, list, lower(name));
create unique index exec_saved_views_default_key on public.exec_saved_views (user_id, list) where is_default;

-- As exhibit.protect_table does it, but that a person reads their own rows alone.
alter table public.exec_saved_views enable row level security;
revoke all on table public.exec_saved_views from public, anon, authenticated;
grant select on table public.exec_saved_views to authenticated;
grant all on table public.exec_saved_views to service_role;
create policy exec_saved_views_all on public.exec_saved_views for all to service_role using (true);
create policy exec_saved_views_select on public.exec_saved_views for select to authenticated
  using (user_id = (select auth.uid()));

create function exhibit.open_views(p_actor uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform exhibit.act(p_actor, 'viewer');
  -- What is counted, and which is the default, stays so until it is committed.
  perform pg_advisory_xact_lock(hashtextextended('exhibit.views ' || p_actor, 0));
end
$$;

create function public.save_view(p_actor uuid, p_id uuid, p_list text, p_name text, p_query text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform exhibit.open_views(p_actor);
  if (select count(*) from public.exec_saved_views where user_id = p_actor and id <> p_id) >= 50 then
    raise exception 'too_many_views' using errcode = 'PT422';
  end if;
  insert into public.exec_saved_views (id, user_id, list, name, query)
  values (p_id, p_actor, p_list, p_name, p_query)
  on conflict (id) do nothing;
end
$$;

create function public.change_view(
  p_actor uuid, p_id uuid, p_name text default null, p_query text default null, p_default boolean default null
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_list text;
begin
  perform exhibit.open_views(p_actor);
  select list into v_list from public.exec_saved_views where id = p_id and user_id = p_actor;
  if not found then
    raise exception 'gone' using errcode = 'PT404';
  end if;
  if p_default then
    update public.exec_saved_views set is_default = false
    where user_id = p_actor and list = v_list and is_default and id <> p_id;
  end if;
  update public.exec_saved_views set
    name = coalesce(p_name, name), query = coalesce(p_query, query),
    is_default = coalesce(p_default, is_default), updated_at = now()
  where id = p_id;
end
$$;
comment on function public.change_view(uuid, uuid, text, text, boolean) is 'Null leaves as it is.';

create function public.remove_view(p_actor uuid, p_id uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  perform exhibit.open_views(p_actor);
  delete from public.exec_saved_views where id = p_id and user_id = p_actor;
  if not found then
    raise exception 'gone' using errcode = 'PT404';
  end if;
end
$$;

revoke all on function exhibit.open_views(uuid) from public, anon, authenticated;
grant execute on function exhibit.open_views(uuid) to service_role;

select exhibit.protect_function(p.oid)
from pg_catalog.pg_proc p
where p.pronamespace = 'public'::regnamespace and p.proname in ('save_view', 'change_view', 'remove_view');
