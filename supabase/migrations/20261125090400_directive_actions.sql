-- What people do to directives and their PRDs: the columns that Exhibit knows.

create function exhibit.require_unmoved(
  p_sd_id text, p_seen bigint, p_values jsonb, p_kind text, p_label text default null
)
returns void
language plpgsql
set search_path = ''
as $$
begin
  if exists (
    select from public.exec_session_events
    where sd_id = p_sd_id and id > p_seen and kind = p_kind and (p_label is null or label = p_label)
      and new ?| array(select jsonb_object_keys(p_values))
  ) then
    raise exception 'moved' using errcode = 'PT409';
  end if;
end
$$;
comment on function exhibit.require_unmoved(text, bigint, jsonb, text, text) is
  'Refuses where one of these values was changed after the event that was seen. Its row is locked before, so that nobody is on the way.';

create function public.save_directive(p_actor uuid, p_id text, p_values jsonb, p_seen bigint default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now public.strategic_directives_v2;
  v_new public.strategic_directives_v2;
  v_name text;
begin
  perform exhibit.act(p_actor, 'reviewer');
  v_name := (select name from public.team_members where user_id = p_actor);
  if p_seen is null then
    v_new := jsonb_populate_record(null::public.strategic_directives_v2, p_values);
    insert into public.strategic_directives_v2 (
      id, title, status, category, priority, description, rationale, scope, target_application, sd_type,
      current_phase, progress, created_by
    )
    values (p_id, v_new.title, v_new.status, v_new.category, v_new.priority, v_new.description, v_new.rationale,
      v_new.scope, v_new.target_application, v_new.sd_type, v_new.current_phase, v_new.progress, v_name);
    return;
  end if;
  select * into v_now from public.strategic_directives_v2 where id = p_id for no key update;
  if not found then
    raise exception 'gone' using errcode = 'PT404';
  end if;
  perform exhibit.require_unmoved(p_id, p_seen, p_values, 'directive');
  v_new := jsonb_populate_record(v_now, p_values);
  if v_new is not distinct from v_now then
    return;
  end if;
  update public.strategic_directives_v2 set
    title = v_new.title, status = v_new.status, category = v_new.category, priority = v_new.priority,
    description = v_new.description, rationale = v_new.rationale, scope = v_new.scope,
    target_application = v_new.target_application, sd_type = v_new.sd_type,
    current_phase = v_new.current_phase, progress = v_new.progress, updated_by = v_name, updated_at = now()
  where id = p_id;
end
$$;
comment on function public.save_directive(uuid, text, jsonb, bigint) is
  'Creates it where p_seen is null, else changes those of its values that are named.';

create function public.save_prd(p_actor uuid, p_id text, p_sd_id text, p_values jsonb, p_seen bigint default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now public.product_requirements_v2;
  v_new public.product_requirements_v2;
begin
  perform exhibit.act(p_actor, 'reviewer');
  perform from public.strategic_directives_v2 where id = p_sd_id for no key update;
  if not found then
    raise exception 'gone' using errcode = 'PT404';
  end if;
  if p_seen is not null then
    select * into v_now from public.product_requirements_v2
    where id = p_id and p_sd_id in (sd_id, directive_id) for update;
    if not found then
      raise exception 'gone' using errcode = 'PT404';
    end if;
    perform exhibit.require_unmoved(p_sd_id, p_seen, p_values, 'prd', p_id);
  end if;
  v_new := jsonb_populate_record(v_now, p_values);
  if v_new.status = 'approved' and v_now.status is distinct from 'approved' then
    v_new.approved_by := (select name from public.team_members where user_id = p_actor);
    v_new.approval_date := now();
  end if;
  if p_seen is null then
    insert into public.product_requirements_v2 (
      id, sd_id, title, status, priority, phase, progress, executive_summary, functional_requirements,
      acceptance_criteria, test_scenarios, exec_checklist, validation_checklist, plan_validation,
      approved_by, approval_date
    )
    values (p_id, p_sd_id, v_new.title, v_new.status, v_new.priority, v_new.phase, v_new.progress,
      v_new.executive_summary, v_new.functional_requirements, v_new.acceptance_criteria, v_new.test_scenarios,
      v_new.exec_checklist, v_new.validation_checklist, v_new.plan_validation,
      v_new.approved_by, v_new.approval_date);
  elsif v_new is distinct from v_now then
    update public.product_requirements_v2 set
      title = v_new.title, status = v_new.status, priority = v_new.priority, phase = v_new.phase,
      progress = v_new.progress, executive_summary = v_new.executive_summary,
      functional_requirements = v_new.functional_requirements, acceptance_criteria = v_new.acceptance_criteria,
      test_scenarios = v_new.test_scenarios, exec_checklist = v_new.exec_checklist,
      validation_checklist = v_new.validation_checklist, plan_validation = v_new.plan_validation,
      approved_by = v_new.approved_by, approval_date = v_new.approval_date, updated_at = now()
    where id = p_id;
  end if;
end
$$;
comment on function public.save_prd(uuid, text, text, jsonb, bigint) is
  'Creates it where p_seen is null, else changes those of its values that are named. Whoever makes it approved has approved it.';

revoke all on all functions in schema exhibit from public, anon, authenticated;
grant execute on function exhibit.require_unmoved(text, bigint, jsonb, text, text) to service_role;

select exhibit.protect_function(p.oid)
from pg_catalog.pg_proc p
where p.pronamespace = 'public'::regnamespace and p.proname in ('save_directive', 'save_prd');
