-- What belongs to a session: checkpoints, sub-agent activations, hand-offs.

create table if not exists public.exec_quality_checkpoints (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.exec_implementation_sessions (id) on delete cascade,
  sd_id text not null references public.strategic_directives_v2 (id) on delete cascade,
  checkpoint_name text not null,
  checkpoint_type text not null check (checkpoint_type in (
    'CODE_QUALITY', 'PERFORMANCE', 'SECURITY', 'TESTING', 'ACCESSIBILITY', 'DOCUMENTATION'
  )),
  is_required boolean default true,
  is_complete boolean default false,
  score integer default 0 check (score between 0 and 100),
  evidence_url text,
  completion_notes text,
  completed_at timestamptz,
  completed_by text,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  unique (session_id, checkpoint_name)
);
create index if not exists idx_exec_checkpoints_session_id on public.exec_quality_checkpoints (session_id);
create index if not exists idx_exec_checkpoints_sd_id on public.exec_quality_checkpoints (sd_id);
create index if not exists idx_exec_checkpoints_complete on public.exec_quality_checkpoints (is_complete);
create index if not exists idx_exec_checkpoints_type on public.exec_quality_checkpoints (checkpoint_type);

create table if not exists public.exec_sub_agent_activations (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.exec_implementation_sessions (id) on delete cascade,
  sd_id text not null references public.strategic_directives_v2 (id) on delete cascade,
  sub_agent_type text not null check (sub_agent_type in (
    'SECURITY', 'DATABASE', 'VALIDATION', 'TESTING', 'PERFORMANCE', 'DESIGN', 'DEBUGGING'
  )),
  activation_reason text not null,
  execution_status text not null check (execution_status in (
    'PASS', 'FAIL', 'WARNING', 'REVIEW_REQUIRED', 'ERROR'
  )),
  severity text not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
  summary text not null,
  details jsonb,
  recommendations text[],
  quality_score integer default 0 check (quality_score between 0 and 100),
  execution_time_ms integer default 0,
  activated_at timestamptz default now(),
  created_at timestamptz default now()
);
create index if not exists idx_exec_subagent_activations_session_id
  on public.exec_sub_agent_activations (session_id);
create index if not exists idx_exec_subagent_activations_type
  on public.exec_sub_agent_activations (sub_agent_type);
create index if not exists idx_exec_subagent_activations_severity
  on public.exec_sub_agent_activations (severity);

create table if not exists public.exec_handoff_preparations (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.exec_implementation_sessions (id) on delete cascade,
  sd_id text not null references public.strategic_directives_v2 (id) on delete cascade,
  handoff_status text not null default 'preparing' check (handoff_status in (
    'preparing', 'ready', 'sent', 'accepted', 'rejected'
  )),
  implementation_summary text not null,
  quality_metrics jsonb,
  test_results jsonb,
  performance_benchmarks jsonb,
  security_validation jsonb,
  accessibility_compliance jsonb,
  demo_url text,
  documentation_url text,
  test_report_url text,
  deliverables_manifest text[],
  known_issues text[],
  post_implementation_notes text,
  prepared_at timestamptz default now(),
  sent_at timestamptz,
  response_at timestamptz,
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);
create index if not exists idx_exec_handoff_preparations_session_id
  on public.exec_handoff_preparations (session_id);
create index if not exists idx_exec_handoff_preparations_status
  on public.exec_handoff_preparations (handoff_status);

select exhibit.protect_table('public.exec_quality_checkpoints', 'exec_checkpoints');
select exhibit.protect_table('public.exec_sub_agent_activations', 'exec_activations');
select exhibit.protect_table('public.exec_handoff_preparations', 'exec_handoffs');
