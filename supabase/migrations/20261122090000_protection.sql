-- What every table of Exhibit is protected by, in one place.
--
-- Written for two kinds of database: an empty one, and one where agents have been
-- writing for a while. On the latter nothing is dropped or replaced; what stands
-- open to strangers is closed.

create schema if not exists exhibit;
comment on schema exhibit is 'Exhibit''s own helpers. Not exposed through the API.';

create or replace function exhibit.protect_table(p_table regclass, p_prefix text)
returns void
language plpgsql
set search_path = ''
as $$
begin
  execute format('alter table %s enable row level security', p_table);
  execute format('revoke all on table %s from public, anon, authenticated', p_table);
  execute format('grant select on table %s to authenticated', p_table);
  execute format('grant all on table %s to service_role', p_table);
  if not exists (select from pg_catalog.pg_policy where polrelid = p_table and polname = p_prefix || '_all') then
    execute format('create policy %I on %s for all to service_role using (true)', p_prefix || '_all', p_table);
  end if;
  if not exists (select from pg_catalog.pg_policy where polrelid = p_table and polname = p_prefix || '_select') then
    execute format('create policy %I on %s for select to authenticated using (true)', p_prefix || '_select', p_table);
  end if;
end
$$;

comment on function exhibit.protect_table(regclass, text) is
  'Members read, the service role writes, strangers get nothing: row level security, the pair of policies, and grants.';

create or replace function exhibit.protect_function(p_function regprocedure)
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- A body that was there before us names its tables without a schema; it keeps
  -- finding them, but no longer through a path that its caller chose.
  if not exists (
    select from pg_catalog.pg_proc p, unnest(p.proconfig) as setting
    where p.oid = p_function and setting like 'search\_path=%'
  ) then
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', p_function);
  end if;
  execute format('revoke all on function %s from public, anon, authenticated', p_function);
  execute format('grant execute on function %s to service_role', p_function);
end
$$;

comment on function exhibit.protect_function(regprocedure) is
  'Callable by the service role alone, with a search path that the caller cannot choose.';

revoke all on all functions in schema exhibit from public, anon, authenticated;
