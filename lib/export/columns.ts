import { reasonWords } from "@/lib/domain/reasons";
import { duration } from "@/lib/domain/session";
import type { Database } from "@/lib/supabase/database.types";
import type { Value } from "./csv";

export type Card = Database["public"]["Tables"]["exec_session_cards"]["Row"];

type Column = { key: string; name: string; of: (card: Card, now: number) => Value };

const MINUTE = 60_000;

function minutes({ status, started_at, ended_at }: Card, now: number): number | null {
  const took = duration({ status, startedAt: started_at, endedAt: ended_at }, now);
  return took === null ? null : Math.floor(took / MINUTE);
}

/** All that the list shows and the card knows of a session, by its name in JSON and in a table's head. */
export const columns: readonly Column[] = [
  { key: "id", name: "Session", of: (card) => card.session_id },
  { key: "directive", name: "Directive", of: (card) => card.sd_id },
  { key: "title", name: "Title", of: (card) => card.directive_title },
  { key: "prd", name: "PRD", of: (card) => card.prd_id },
  { key: "status", name: "Status", of: (card) => card.status },
  { key: "type", name: "Type", of: (card) => card.implementation_type },
  { key: "quality", name: "Quality", of: (card) => card.quality_score },
  { key: "code_quality", name: "Code quality", of: (card) => card.code_quality_score },
  { key: "performance", name: "Performance", of: (card) => card.performance_score },
  { key: "security", name: "Security", of: (card) => card.security_score },
  { key: "ux_accessibility", name: "UX/accessibility", of: (card) => card.ux_accessibility_score },
  { key: "progress", name: "Progress", of: (card) => card.implementation_progress },
  { key: "coverage", name: "Test coverage", of: (card) => card.test_coverage_pct },
  { key: "gates_met", name: "Gates met", of: (card) => card.gates_met },
  { key: "gates", name: "Gates", of: (card) => card.gates_all },
  {
    key: "reasons",
    name: "Reasons",
    of: (card) => card.reasons.map((code) => reasonWords(code, card)),
  },
  { key: "risk", name: "Risk", of: (card) => card.risk },
  { key: "verdict", name: "Verdict", of: (card) => card.verdict },
  { key: "waiting", name: "Waiting for review", of: (card) => card.waiting },
  { key: "before", name: "Screenshots before", of: (card) => card.before_count },
  { key: "after", name: "Screenshots after", of: (card) => card.after_count },
  { key: "demos", name: "Demos", of: (card) => card.demo_count },
  { key: "started", name: "Started", of: (card) => card.started_at },
  { key: "ended", name: "Ended", of: (card) => card.ended_at },
  { key: "minutes", name: "Took, minutes", of: minutes },
  { key: "application", name: "Application", of: (card) => card.target_application },
  { key: "orchestrator", name: "Orchestrator", of: (card) => card.orchestrator },
];
