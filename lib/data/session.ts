import { nextStep } from "@/lib/domain/directive";
import { type Checkpoint, mergeGates } from "@/lib/domain/gates";
import { scored } from "@/lib/domain/scores";
import { shownEvidence } from "@/lib/domain/shown-evidence";
import {
  fromJson,
  merge,
  outcomeOf,
  type SubAgentResult,
  worstFirst,
} from "@/lib/domain/sub-agents";
import { unwrap } from "@/lib/errors";
import type { Database, Json } from "@/lib/supabase/database.types";
import type { ReaderClient } from "@/lib/supabase/server";
import { readEvidence } from "./evidence";
import { readPins } from "./pins";
import { sessionView, viewColumns } from "./session-view";
import { readSiblings } from "./siblings";
import { readWaivers } from "./waivers";

/** More than a person reads on one page; the page says so when there are as many. */
export const RECORDS = 200;
/** Of each list of evidence, among which to find what changed. */
const PICTURES = 48;

export type Session = NonNullable<Awaited<ReturnType<typeof readSession>>>;
export type Handoff = Session["handoffs"][number];

/** Everything about one session. Null when there is none. @throws {BackendError} */
export async function readSession(client: ReaderClient, id: string, now: number) {
  // Before all else: what is shown must not be older than the version that an action will name.
  const card = unwrap(
    await client
      .from("exec_session_cards")
      .select(
        `${viewColumns}, sd_id, waiting, verdict, last_event_id, session_event_id, before_count,
        after_count, demo_count`,
      )
      .eq("session_id", id)
      .maybeSingle(),
  );
  if (!card) return null;
  const [row, evidence, pins, waivers, siblings] = await Promise.all([
    readRecords(client, id).then(unwrap),
    readEvidence(client, [id], PICTURES),
    readPins(client, id),
    readWaivers(client, { ids: [id] }),
    readSiblings(client, card.sd_id),
  ]);
  if (!row) return null;
  const view = sessionView(card, now);

  const { checkpoints, activations, handoffs, directive, prd, ...columns } = row;
  return {
    ...view,
    /** What comes next, as the directive's page says it too. */
    next: nextStep({ ...view, ...card, reason: view.concerns[0] ?? null }),
    /** As they are stored, all but the three lists of evidence. */
    columns,
    evidence: shownEvidence(evidence.get(id), {
      before: card.before_count,
      after: card.after_count,
      demos: card.demo_count,
    }),
    /** Comments at points of pictures. */
    pins,
    /** The newest event that this shows: the state that an action takes it to be in. */
    seen: card.last_event_id,
    waiting: card.waiting,
    siblings,
    directive,
    prd,
    handoffs,
    gates: mergeGates(
      row.quality_gates ?? [],
      checkpoints.map((row) => ({ ...toCheckpoint(row), waiver: waivers.get(row.id) ?? null })),
      now,
    ),
    subAgents: worstFirst(merge(activations.map(toResult), fromJson(row.sub_agent_results))),
    /** Kinds of records of which there may be more than were read. */
    cut: Object.entries({ checkpoints, activations, "hand-offs": handoffs })
      .filter(([, records]) => records.length === RECORDS)
      .map(([kind]) => kind),
  };
}

/** The session as it is stored, and what belongs to it, in one request. */
function readRecords(client: ReaderClient, id: string) {
  return client
    .from("exec_implementation_sessions")
    .select(
      `id, sd_id, prd_id, status, implementation_type, quality_score, code_quality_score,
      performance_score, security_score, ux_accessibility_score, implementation_progress,
      sub_agent_results, quality_gates, pre_impl_checklist, test_coverage_pct,
      performance_metrics, security_scan_results, accessibility_audit, started_at, completed_at,
      orchestrator, session_version, created_at, updated_at,
      directive:strategic_directives_v2!exec_implementation_sessions_sd_id_fkey(
        id, title, status, priority, target_application),
      prd:product_requirements_v2!exec_implementation_sessions_prd_id_fkey(id, title, status),
      checkpoints:exec_quality_checkpoints!exec_quality_checkpoints_session_id_fkey(
        id, checkpoint_name, checkpoint_type, is_required, is_complete, score, evidence_url,
        completion_notes, completed_at, completed_by),
      activations:exec_sub_agent_activations!exec_sub_agent_activations_session_id_fkey(
        sub_agent_type, activation_reason, execution_status, severity, summary, details,
        recommendations, quality_score, execution_time_ms, activated_at),
      handoffs:exec_handoff_preparations!exec_handoff_preparations_session_id_fkey(
        id, handoff_status, implementation_summary, quality_metrics, test_results,
        performance_benchmarks, security_validation, accessibility_compliance, demo_url,
        documentation_url, test_report_url, deliverables_manifest, known_issues,
        post_implementation_notes, prepared_at, sent_at, response_at)`,
    )
    .eq("id", id)
    .order("checkpoint_type", { referencedTable: "checkpoints" })
    .order("checkpoint_name", { referencedTable: "checkpoints" })
    .order("activated_at", { referencedTable: "activations", ascending: false })
    .order("prepared_at", { referencedTable: "handoffs", ascending: false })
    .limit(RECORDS, { referencedTable: "checkpoints" })
    .limit(RECORDS, { referencedTable: "activations" })
    .limit(RECORDS, { referencedTable: "handoffs" })
    .maybeSingle();
}

type Tables = Database["public"]["Tables"];

function toCheckpoint(
  row: Pick<
    Tables["exec_quality_checkpoints"]["Row"],
    | "id"
    | "checkpoint_name"
    | "checkpoint_type"
    | "is_required"
    | "is_complete"
    | "score"
    | "evidence_url"
    | "completion_notes"
    | "completed_at"
    | "completed_by"
  >,
): Checkpoint {
  return {
    id: row.id,
    name: row.checkpoint_name,
    type: row.checkpoint_type,
    required: row.is_required ?? false,
    complete: row.is_complete ?? false,
    score: scored(row.score),
    evidenceUrl: row.evidence_url,
    notes: row.completion_notes,
    completedAt: row.completed_at,
    completedBy: row.completed_by,
  };
}

function toResult(
  row: Omit<
    Tables["exec_sub_agent_activations"]["Row"],
    "id" | "session_id" | "sd_id" | "created_at"
  >,
): SubAgentResult {
  return {
    source: "activation",
    type: row.sub_agent_type,
    outcome: outcomeOf(row.execution_status),
    status: row.execution_status,
    severity: row.severity,
    score: scored(row.quality_score),
    reason: row.activation_reason,
    summary: row.summary,
    recommendations: row.recommendations ?? [],
    at: row.activated_at,
    took: row.execution_time_ms || null,
    rest: row.details,
  };
}

/** Those of which a page shows the beginning, and how they are called in its counts. */
export const evidenceColumns = {
  before_screenshots: "before",
  after_screenshots: "after",
  demo_urls: "demos",
} as const;

/** The columns that hold JSON or lists, which can be had whole. */
export const listColumns = [
  "sub_agent_results",
  "quality_gates",
  "pre_impl_checklist",
  "performance_metrics",
  "security_scan_results",
  "accessibility_audit",
  "before_screenshots",
  "after_screenshots",
  "demo_urls",
] as const;
type ListColumn = (typeof listColumns)[number];

/** Undefined when there is no such session. @throws {BackendError} */
export async function readSessionColumn(client: ReaderClient, id: string, column: ListColumn) {
  const request = client.from("exec_implementation_sessions").select(column).eq("id", id);
  const row = unwrap(await request.maybeSingle()) as Partial<Record<ListColumn, Json>> | null;
  return row?.[column];
}
