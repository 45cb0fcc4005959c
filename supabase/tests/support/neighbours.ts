// The tables around the sessions, as the agents' databases have them: `type`, and whether a value
// is required. What is said here once, schema and rules are compared with.
const scored = "integer = 0";
const now = "timestamp with time zone = now()";
const local = "timestamp without time zone = now()";
const belongs = { id: "uuid! = gen_random_uuid()", session_id: "uuid!", sd_id: "text!" };

export const neighbours: Record<string, Record<string, string>> = {
  strategic_directives_v2: {
    id: "character varying(50)!",
    title: "character varying(500)!",
    status: "character varying(50)!",
    category: "character varying(50)!",
    priority: "character varying(20)!",
    description: "text!",
    rationale: "text!",
    scope: "text!",
    target_application: "text",
    sd_type: "text",
    current_phase: "text",
    progress: "integer",
    metadata: "jsonb",
    created_at: local,
    updated_at: local,
    created_by: "text",
    updated_by: "text",
  },
  product_requirements_v2: {
    id: "character varying(100)!",
    sd_id: "character varying(150)",
    directive_id: "character varying(150)",
    title: "character varying(500)!",
    status: "character varying(50)! = 'draft'::character varying",
    priority: "character varying(20)",
    phase: "text",
    progress: "integer",
    executive_summary: "text",
    functional_requirements: "jsonb",
    acceptance_criteria: "jsonb",
    test_scenarios: "jsonb",
    exec_checklist: "jsonb",
    validation_checklist: "jsonb",
    plan_validation: "jsonb",
    metadata: "jsonb",
    approved_by: "text",
    approval_date: "timestamp without time zone",
    created_at: local,
    updated_at: local,
  },
  exec_quality_checkpoints: {
    ...belongs,
    checkpoint_name: "text!",
    checkpoint_type: "text!",
    is_required: "boolean = true",
    is_complete: "boolean = false",
    score: scored,
    evidence_url: "text",
    completion_notes: "text",
    completed_at: "timestamp with time zone",
    completed_by: "text",
    created_at: now,
    updated_at: now,
  },
  exec_sub_agent_activations: {
    ...belongs,
    sub_agent_type: "text!",
    activation_reason: "text!",
    execution_status: "text!",
    severity: "text!",
    summary: "text!",
    details: "jsonb",
    recommendations: "text[]",
    quality_score: scored,
    execution_time_ms: scored,
    activated_at: now,
    created_at: now,
  },
  exec_handoff_preparations: {
    ...belongs,
    handoff_status: "text! = 'preparing'::text",
    implementation_summary: "text!",
    quality_metrics: "jsonb",
    test_results: "jsonb",
    performance_benchmarks: "jsonb",
    security_validation: "jsonb",
    accessibility_compliance: "jsonb",
    demo_url: "text",
    documentation_url: "text",
    test_report_url: "text",
    deliverables_manifest: "text[]",
    known_issues: "text[]",
    post_implementation_notes: "text",
    prepared_at: now,
    sent_at: "timestamp with time zone",
    response_at: "timestamp with time zone",
    created_at: now,
    updated_at: now,
  },
};

export const neighbourIndexes: Record<string, string> = {
  idx_exec_checkpoints_session_id: "exec_quality_checkpoints (session_id)",
  idx_exec_checkpoints_sd_id: "exec_quality_checkpoints (sd_id)",
  idx_exec_checkpoints_complete: "exec_quality_checkpoints (is_complete)",
  idx_exec_checkpoints_type: "exec_quality_checkpoints (checkpoint_type)",
  idx_exec_subagent_activations_session_id: "exec_sub_agent_activations (session_id)",
  idx_exec_subagent_activations_type: "exec_sub_agent_activations (sub_agent_type)",
  idx_exec_subagent_activations_severity: "exec_sub_agent_activations (severity)",
  idx_exec_handoff_preparations_session_id: "exec_handoff_preparations (session_id)",
  idx_exec_handoff_preparations_status: "exec_handoff_preparations (handoff_status)",
};

/** The values a column may have; anything else is refused. */
export const values: [table: string, column: string, allowed: string[]][] = [
  [
    "exec_quality_checkpoints",
    "checkpoint_type",
    ["CODE_QUALITY", "PERFORMANCE", "SECURITY", "TESTING", "ACCESSIBILITY", "DOCUMENTATION"],
  ],
  [
    "exec_sub_agent_activations",
    "sub_agent_type",
    ["SECURITY", "DATABASE", "VALIDATION", "TESTING", "PERFORMANCE", "DESIGN", "DEBUGGING"],
  ],
  [
    "exec_sub_agent_activations",
    "execution_status",
    ["PASS", "FAIL", "WARNING", "REVIEW_REQUIRED", "ERROR"],
  ],
  ["exec_sub_agent_activations", "severity", ["CRITICAL", "HIGH", "MEDIUM", "LOW"]],
  [
    "exec_handoff_preparations",
    "handoff_status",
    ["preparing", "ready", "sent", "accepted", "rejected"],
  ],
];

/** Numbers from 0 to 100. */
export const percentages = [
  ["strategic_directives_v2", "progress"],
  ["product_requirements_v2", "progress"],
  ["exec_quality_checkpoints", "score"],
  ["exec_sub_agent_activations", "quality_score"],
] as const;
