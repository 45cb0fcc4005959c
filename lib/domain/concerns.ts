import { count, formatDuration } from "@/lib/format";
import type { Database, Json } from "@/lib/supabase/database.types";
import { type Gate, openRequired } from "./gates";
import { isBlank } from "./json-tree";
import { goesOn } from "./session";
import type { Outcome, SubAgentResult } from "./sub-agents";

type Tables = Database["public"]["Tables"];

type Facts = {
  status: string;
  stale: boolean;
  took: number | null;
  startedAt: string | null;
  quality: number | null;
  coverage: number | null;
  columns: Pick<
    Tables["exec_implementation_sessions"]["Row"],
    | "completed_at"
    | "pre_impl_checklist"
    | "security_scan_results"
    | "accessibility_audit"
    | "before_screenshots"
    | "after_screenshots"
  >;
  progress: number | null;
  gates: Gate[];
  subAgents: SubAgentResult[];
};

/** What a reviewer should know before anything else, in words, worst first. */
export function concerns(facts: Facts): string[] {
  const { status, stale, took, progress, gates, subAgents, columns } = facts;
  const results = (outcome: Outcome) => subAgents.filter((each) => each.outcome === outcome).length;
  const [failed, errors, toReview] = [
    results("FAIL"),
    results("ERROR"),
    results("REVIEW_REQUIRED"),
  ];
  const { completed_at: end } = columns;
  const open = openRequired(gates).length;
  const missing = gates.filter(({ state }) => state === "missing").length;
  const found: (string | false)[] = [
    failed > 0 && `${count(failed, "sub-agent result")} failed`,
    errors > 0 && `${count(errors, "sub-agent")} ended in an error`,
    isBare(facts) && `${facts.quality} with nothing behind it`,
    open > 0 && `${count(open, "required checkpoint")} open`,
    missing > 0 && `${count(missing, "gate")} without a checkpoint`,
    toReview > 0 && `${count(toReview, "sub-agent result")} to review`,
    isRefused(columns.pre_impl_checklist) && "checklist not passed",
    end !== null &&
      facts.startedAt !== null &&
      Date.parse(end) < Date.parse(facts.startedAt) &&
      "ended before it started",
    end !== null && goesOn(status) && `${status}, though an end is recorded`,
    status === "completed" && progress !== null && progress < 100 && `completed at ${progress} %`,
    stale && `stale: active for ${took === null ? "more than 7 d" : formatDuration(took)}`,
  ];
  return found.filter((words) => words !== false);
}

/** A high score, and no coverage, scan, audit or picture that it could rest on. */
function isBare({ quality, coverage, columns }: Facts): boolean {
  return (
    quality !== null &&
    quality >= 85 &&
    coverage === null &&
    isBlank(columns.security_scan_results) &&
    isBlank(columns.accessibility_audit) &&
    !columns.before_screenshots?.length &&
    !columns.after_screenshots?.length
  );
}

function isRefused(checklist: Json): boolean {
  return (
    checklist !== null &&
    typeof checklist === "object" &&
    !Array.isArray(checklist) &&
    checklist.passed === false
  );
}
