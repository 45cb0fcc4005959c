-- The user's own table, exactly as documented in docs/schema/exec_implementation_sessions.md.

create table if not exists public.exec_implementation_sessions (
  id uuid not null default gen_random_uuid(),
  sd_id text not null,
  prd_id text,
  status text not null default 'active'::text,
  implementation_type text not null,
  quality_score integer default 0,
  code_quality_score integer default 0,
  performance_score integer default 0,
  security_score integer default 0,
  ux_accessibility_score integer default 0,
  implementation_progress integer default 0,
  sub_agent_results jsonb default '[]'::jsonb,
  quality_gates text[] default array[]::text[],
  pre_impl_checklist jsonb default '{}'::jsonb,
  test_coverage_pct integer default 0,
  performance_metrics jsonb default '{}'::jsonb,
  security_scan_results jsonb default '{}'::jsonb,
  accessibility_audit jsonb default '{}'::jsonb,
  before_screenshots text[],
  after_screenshots text[],
  demo_urls text[],
  started_at timestamp with time zone default now(),
  completed_at timestamp with time zone,
  orchestrator text default 'EXEC_IMPLEMENTATION_EXCELLENCE_ORCHESTRATOR_v1.0'::text,
  session_version text default '1.0'::text,
  created_at timestamp with time zone default now(),
  updated_at timestamp with time zone default now(),
  constraint exec_implementation_sessions_pkey primary key (id),
  constraint exec_implementation_sessions_prd_id_fkey
    foreign key (prd_id) references public.product_requirements_v2 (id),
  constraint exec_implementation_sessions_sd_id_fkey
    foreign key (sd_id) references public.strategic_directives_v2 (id),
  constraint exec_implementation_sessions_sd_id_status_key
    unique (sd_id, status) deferrable initially deferred,
  constraint exec_implementation_sessions_code_quality_score_check
    check (code_quality_score >= 0 and code_quality_score <= 100),
  constraint exec_implementation_sessions_implementation_progress_check
    check (implementation_progress >= 0 and implementation_progress <= 100),
  constraint exec_implementation_sessions_implementation_type_check
    check (implementation_type = any (array[
      'UI_COMPONENT', 'API_ENDPOINT', 'DATABASE_CHANGE', 'AUTHENTICATION', 'SYSTEM_TOOLING', 'GENERAL_FEATURE'
    ])),
  constraint exec_implementation_sessions_performance_score_check
    check (performance_score >= 0 and performance_score <= 100),
  constraint exec_implementation_sessions_quality_score_check
    check (quality_score >= 0 and quality_score <= 100),
  constraint exec_implementation_sessions_security_score_check
    check (security_score >= 0 and security_score <= 100),
  constraint exec_implementation_sessions_status_check
    check (status = any (array['active', 'paused', 'completed', 'failed', 'cancelled'])),
  constraint exec_implementation_sessions_test_coverage_pct_check
    check (test_coverage_pct >= 0 and test_coverage_pct <= 100),
  constraint exec_implementation_sessions_ux_accessibility_score_check
    check (ux_accessibility_score >= 0 and ux_accessibility_score <= 100)
);

create index if not exists idx_exec_sessions_quality_score
  on public.exec_implementation_sessions (quality_score);
create unique index if not exists idx_exec_sessions_sd_active
  on public.exec_implementation_sessions (sd_id) where status = 'active';
create index if not exists idx_exec_sessions_sd_id
  on public.exec_implementation_sessions (sd_id);
create index if not exists idx_exec_sessions_started_at
  on public.exec_implementation_sessions (started_at desc);
create index if not exists idx_exec_sessions_status
  on public.exec_implementation_sessions (status);

comment on column public.exec_implementation_sessions.implementation_type is
  'Type of implementation: UI_COMPONENT/API_ENDPOINT/DATABASE_CHANGE/AUTHENTICATION/SYSTEM_TOOLING/GENERAL_FEATURE';
comment on column public.exec_implementation_sessions.quality_score is
  'Overall implementation quality score (0-100)';
comment on column public.exec_implementation_sessions.code_quality_score is
  'Code quality domain score (0-100)';
comment on column public.exec_implementation_sessions.performance_score is
  'Performance domain score (0-100)';
comment on column public.exec_implementation_sessions.security_score is
  'Security domain score (0-100)';
comment on column public.exec_implementation_sessions.ux_accessibility_score is
  'UX/Accessibility domain score (0-100)';
comment on column public.exec_implementation_sessions.sub_agent_results is
  'JSON array of sub-agent activation results';
comment on column public.exec_implementation_sessions.quality_gates is
  'Array of required quality gates for implementation';

select exhibit.protect_table('public.exec_implementation_sessions', 'exec_sessions');
