-- Strategic Directives and their PRDs: the columns that every such database has.

create table if not exists public.strategic_directives_v2 (
  id varchar(50) primary key,
  title varchar(500) not null,
  status varchar(50) not null,
  category varchar(50) not null,
  priority varchar(20) not null,
  description text not null,
  rationale text not null,
  scope text not null,
  target_application text,
  sd_type text,
  current_phase text,
  progress integer check (progress between 0 and 100),
  metadata jsonb,
  created_at timestamp without time zone default now(),
  updated_at timestamp without time zone default now(),
  created_by text,
  updated_by text
);

create table if not exists public.product_requirements_v2 (
  id varchar(100) primary key,
  sd_id varchar(150) references public.strategic_directives_v2 (id),
  directive_id varchar(150),
  title varchar(500) not null,
  status varchar(50) not null default 'draft',
  priority varchar(20),
  phase text,
  progress integer check (progress between 0 and 100),
  executive_summary text,
  functional_requirements jsonb,
  acceptance_criteria jsonb,
  test_scenarios jsonb,
  exec_checklist jsonb,
  validation_checklist jsonb,
  plan_validation jsonb,
  metadata jsonb,
  approved_by text,
  approval_date timestamp without time zone,
  created_at timestamp without time zone default now(),
  updated_at timestamp without time zone default now()
);

do $$
begin
  -- Where the table was there before us its own uniqueness stands, whatever it is called.
  if not exists (
    select from pg_catalog.pg_index i
    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = 'public.product_requirements_v2'::regclass
      and i.indisunique and i.indnkeyatts = 1 and a.attname = 'sd_id'
  ) and not exists (
    select from public.product_requirements_v2 where sd_id is not null group by sd_id having count(*) > 1
  ) then
    create unique index product_requirements_v2_sd_id_key
      on public.product_requirements_v2 (sd_id) where sd_id is not null;
  end if;
end
$$;

-- Some writers know only the older link. Where it leads nowhere, or to a directive that has its
-- PRD, it stays what it is: their write goes through as it did before.
create or replace function exhibit.sync_prd_directive()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  is_new boolean := tg_op = 'INSERT';
begin
  if new.sd_id is not null and (is_new or new.sd_id is distinct from old.sd_id) then
    new.directive_id := new.sd_id;
  elsif (is_new or new.directive_id is distinct from old.directive_id)
    and exists (select from public.strategic_directives_v2 where id = new.directive_id)
    and not exists (
      select from public.product_requirements_v2 where sd_id = new.directive_id and id <> new.id
    )
  then
    new.sd_id := new.directive_id;
  end if;
  return new;
end
$$;

create or replace trigger exhibit_sync_prd_directive
  before insert or update of sd_id, directive_id on public.product_requirements_v2
  for each row execute function exhibit.sync_prd_directive();

revoke all on function exhibit.sync_prd_directive() from public, anon, authenticated;

select exhibit.protect_table('public.strategic_directives_v2', 'strategic_directives');
select exhibit.protect_table('public.product_requirements_v2', 'product_requirements');
