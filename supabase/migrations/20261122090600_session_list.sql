-- One row a session with what lists show, so that a list reads no screenshots and no JSON.

create view public.exec_session_list with (security_invoker = true) as
select
  s.id,
  s.sd_id,
  d.title as directive_title,
  s.status,
  s.implementation_type,
  s.quality_score,
  s.code_quality_score,
  s.performance_score,
  s.security_score,
  s.ux_accessibility_score,
  s.implementation_progress,
  s.test_coverage_pct,
  (select count(*)::integer from public.exec_quality_checkpoints c
    where c.session_id = s.id and c.is_complete) as gates_met,
  (select count(*)::integer from (
    select unnest(s.quality_gates)
    union
    select c.checkpoint_name from public.exec_quality_checkpoints c where c.session_id = s.id
  ) as names) as gates_all,
  cardinality(coalesce(s.before_screenshots, '{}')) as before_count,
  cardinality(coalesce(s.after_screenshots, '{}')) as after_count,
  cardinality(coalesce(s.demo_urls, '{}')) as demo_count,
  s.started_at,
  s.completed_at,
  s.updated_at
from public.exec_implementation_sessions s
join public.strategic_directives_v2 d on d.id = s.sd_id;

comment on view public.exec_session_list is
  'Sessions as lists show them. gates_all is the union of quality_gates and checkpoints by name.';

revoke all on public.exec_session_list from public, anon, authenticated;
grant select on public.exec_session_list to authenticated, service_role;
