-- The functions, triggers and view that such databases carry. Where one exists it keeps
-- its body: agents may rely on what it does there. It is only made safe.

do $migration$
begin
  if to_regprocedure('public.create_quality_checkpoints_from_session()') is null then
    create function public.create_quality_checkpoints_from_session()
    returns trigger
    language plpgsql
    set search_path = ''
    as $$
    begin
      insert into public.exec_quality_checkpoints (session_id, sd_id, checkpoint_name, checkpoint_type)
      select new.id, new.sd_id, c.name, c.type
      from (values
        (null, 'Unit test coverage ≥80%', 'TESTING'),
        (null, 'Code review completion', 'CODE_QUALITY'),
        (null, 'Error handling verification', 'CODE_QUALITY'),
        ('UI_COMPONENT', 'Accessibility compliance check', 'ACCESSIBILITY'),
        ('UI_COMPONENT', 'Responsive design verification', 'ACCESSIBILITY'),
        ('UI_COMPONENT', 'Cross-browser compatibility', 'TESTING'),
        ('API_ENDPOINT', 'Security vulnerability scan', 'SECURITY'),
        ('API_ENDPOINT', 'Load testing completion', 'PERFORMANCE'),
        ('API_ENDPOINT', 'API documentation update', 'DOCUMENTATION'),
        ('DATABASE_CHANGE', 'Migration rollback test', 'TESTING'),
        ('DATABASE_CHANGE', 'Data integrity verification', 'SECURITY'),
        ('DATABASE_CHANGE', 'Performance impact assessment', 'PERFORMANCE')
      ) as c (for_type, name, type)
      where c.for_type is null or c.for_type = new.implementation_type;
      return new;
    end
    $$;
  end if;

  if to_regprocedure('public.update_sd_after_exec_completion()') is null then
    create function public.update_sd_after_exec_completion()
    returns trigger
    language plpgsql
    set search_path = ''
    as $$
    begin
      if new.status = 'completed' and old.status is distinct from 'completed' then
        update public.strategic_directives_v2
        set status = case when new.quality_score >= 75
              then 'implementation_complete' else 'implementation_review_required' end,
            updated_at = now()
        where id = new.sd_id;
      end if;
      return new;
    end
    $$;
  end if;

  if to_regproc('public.get_latest_exec_session') is null then
    create function public.get_latest_exec_session(p_sd_id text)
    returns table (
      session_id uuid,
      status text,
      implementation_type text,
      quality_score integer,
      implementation_progress integer,
      started_at timestamptz,
      completed_at timestamptz,
      activation_count bigint,
      checkpoint_count bigint,
      completed_checkpoint_count bigint
    )
    language sql
    stable
    set search_path = ''
    as $$
      select s.id, s.status, s.implementation_type, s.quality_score, s.implementation_progress,
        s.started_at, s.completed_at,
        (select count(*) from public.exec_sub_agent_activations a where a.session_id = s.id),
        (select count(*) from public.exec_quality_checkpoints c where c.session_id = s.id),
        (select count(*) from public.exec_quality_checkpoints c where c.session_id = s.id and c.is_complete)
      from public.exec_implementation_sessions s
      where s.sd_id = p_sd_id
      order by s.started_at desc nulls last, s.id
      limit 1
    $$;
  end if;

  if to_regproc('public.calculate_checkpoint_completion') is null then
    create function public.calculate_checkpoint_completion(p_session_id uuid)
    returns integer
    language sql
    stable
    set search_path = ''
    as $$
      select coalesce(round(100.0 * count(*) filter (where is_complete) / nullif(count(*), 0)), 100)::integer
      from public.exec_quality_checkpoints
      where session_id = p_session_id
    $$;
  end if;

  if to_regproc('public.update_exec_quality_score') is null then
    create function public.update_exec_quality_score(p_session_id uuid)
    returns integer
    language sql
    set search_path = ''
    as $$
      update public.exec_implementation_sessions
      set quality_score = round((coalesce(code_quality_score, 0) + coalesce(performance_score, 0)
            + coalesce(security_score, 0) + coalesce(ux_accessibility_score, 0)) / 4.0),
          updated_at = now()
      where id = p_session_id
      returning quality_score
    $$;
  end if;

  if not exists (
    select from pg_catalog.pg_trigger
    where tgrelid = 'public.exec_implementation_sessions'::regclass and tgname = 'trigger_create_quality_checkpoints'
  ) then
    create trigger trigger_create_quality_checkpoints
      after insert on public.exec_implementation_sessions
      for each row execute function public.create_quality_checkpoints_from_session();
  end if;

  if not exists (
    select from pg_catalog.pg_trigger
    where tgrelid = 'public.exec_implementation_sessions'::regclass and tgname = 'trigger_update_sd_after_exec_completion'
  ) then
    create trigger trigger_update_sd_after_exec_completion
      after update on public.exec_implementation_sessions
      for each row execute function public.update_sd_after_exec_completion();
  end if;

  if to_regclass('public.v_exec_implementation_summary') is null then
    create view public.v_exec_implementation_summary as
    select
      d.id as sd_id,
      d.title as sd_title,
      d.status as sd_status,
      s.id as session_id,
      s.status as session_status,
      s.implementation_type,
      s.quality_score,
      s.code_quality_score,
      s.performance_score,
      s.security_score,
      s.ux_accessibility_score,
      s.implementation_progress,
      s.started_at,
      s.completed_at,
      c.checkpoint_completion,
      case
        when s.id is null then null
        when s.status = 'completed' then 'Implementation complete'
        when s.quality_score >= 95 then 'Excellent quality - ready for handoff'
        when s.quality_score >= 85 then 'High quality - minor improvements needed'
        when s.quality_score >= 75 then 'Good quality - address key issues'
        when s.quality_score >= 65 then 'Moderate quality - significant work needed'
        when s.status = 'active' then 'Implementation in progress'
        else 'Quality needs improvement'
      end as next_action
    from public.strategic_directives_v2 d
    left join lateral (
      select * from public.exec_implementation_sessions
      where sd_id = d.id
      order by started_at desc nulls last, id
      limit 1
    ) s on true
    left join lateral (
      -- In place rather than by calculate_checkpoint_completion: readers may not execute that.
      select coalesce(round(100.0 * count(*) filter (where is_complete) / nullif(count(*), 0)), 100)::integer
        as checkpoint_completion
      from public.exec_quality_checkpoints
      where session_id = s.id and s.id is not null
    ) c on s.id is not null;
  end if;
end
$migration$;

select exhibit.protect_function(p.oid)
from pg_catalog.pg_proc p
where p.pronamespace = 'public'::regnamespace
  and p.proname in (
    'create_quality_checkpoints_from_session', 'update_sd_after_exec_completion',
    'get_latest_exec_session', 'calculate_checkpoint_completion', 'update_exec_quality_score'
  );

alter view public.v_exec_implementation_summary set (security_invoker = true);
revoke all on public.v_exec_implementation_summary from public, anon, authenticated;
grant select on public.v_exec_implementation_summary to authenticated, service_role;
