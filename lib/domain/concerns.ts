import { count, formatDuration } from "@/lib/format";
import { type Gate, openRequired } from "./gates";
import { isFailed, type SubAgentResult } from "./sub-agents";

type Facts = {
  status: string;
  stale: boolean;
  took: number | null;
  progress: number | null;
  gates: Gate[];
  subAgents: SubAgentResult[];
};

/** What a reviewer should know before anything else, in words, worst first. */
export function concerns({ status, stale, took, progress, gates, subAgents }: Facts): string[] {
  const failed = subAgents.filter(isFailed).length;
  const toReview = subAgents.filter(({ outcome }) => outcome === "REVIEW_REQUIRED").length;
  const open = openRequired(gates).length;
  const missing = gates.filter(({ state }) => state === "missing").length;
  const found: (string | false)[] = [
    failed > 0 && `${count(failed, "sub-agent result")} failed`,
    open > 0 && `${count(open, "required checkpoint")} open`,
    missing > 0 && `${count(missing, "gate")} without a checkpoint`,
    toReview > 0 && `${count(toReview, "sub-agent result")} to review`,
    status === "completed" && progress !== null && progress < 100 && `completed at ${progress} %`,
    stale && `stale: active for ${took === null ? "more than 7 d" : formatDuration(took)}`,
  ];
  return found.filter((words) => words !== false);
}
