import { concerns } from "@/lib/domain/reasons";
import { duration, isStale } from "@/lib/domain/session";
import type { Database } from "@/lib/supabase/database.types";

type Card = Database["public"]["Tables"]["exec_session_cards"]["Row"];
type ViewColumn =
  | "session_id"
  | "status"
  | "implementation_type"
  | "quality_score"
  | "code_quality_score"
  | "performance_score"
  | "security_score"
  | "ux_accessibility_score"
  | "implementation_progress"
  | "test_coverage_pct"
  | "started_at"
  | "ended_at"
  | "open_required"
  | "agent_results"
  | "reasons"
  | "waiver_ends_at";

/** For `select` on cards: all that `sessionView` takes. */
export const viewColumns =
  "session_id, status, implementation_type, quality_score, code_quality_score, performance_score, security_score, ux_accessibility_score, implementation_progress, test_coverage_pct, started_at, ended_at, open_required, agent_results, reasons, waiver_ends_at";

/**
 * What lists and pages show of a session in the same way, from its card, whose scores are null
 * where nobody scored it. Here alone columns become that shape.
 */
export function sessionView(card: Pick<Card, ViewColumn>, now: number) {
  const { status, started_at: startedAt, ended_at: endedAt } = card;
  return {
    id: card.session_id,
    status,
    type: card.implementation_type,
    quality: card.quality_score,
    domains: {
      codeQuality: card.code_quality_score,
      performance: card.performance_score,
      security: card.security_score,
      uxAccessibility: card.ux_accessibility_score,
    },
    progress: card.implementation_progress,
    coverage: card.test_coverage_pct,
    startedAt,
    endedAt,
    took: duration({ status, startedAt, endedAt }, now),
    stale: isStale(status, startedAt, now),
    /** In words, heaviest first. */
    concerns: concerns(card, now),
  };
}
