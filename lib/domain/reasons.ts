import { count, formatDuration, humanize } from "@/lib/format";
import type { Database } from "@/lib/supabase/database.types";
import { isStale } from "./session";

type Card = Database["public"]["Tables"]["exec_session_cards"]["Row"];
/** What the words take from a card; a whole card will do. */
export type ReasonFacts = Pick<
  Card,
  "status" | "quality_score" | "implementation_progress" | "open_required" | "agent_results"
>;

type Words = {
  /** Of sessions in general. */
  any: string;
  /** Of one session, with its figures. */
  one?: (facts: ReasonFacts) => string;
};

const failures = ({ agent_results }: ReasonFacts) => {
  const failed = agent_results.filter((result) => result.endsWith(":FAIL")).length;
  return failed > 1 ? `${failed} sub-agent results` : "a sub-agent";
};

/** By the codes of cards, heaviest first. */
const words = {
  low_quality: {
    any: "completed with a quality below 75",
    one: ({ quality_score }) => `completed with a quality of ${quality_score}`,
  },
  agent_failed_high: {
    any: "a sub-agent failed beside a high score",
    one: (facts) => `${failures(facts)} failed beside a score of ${facts.quality_score}`,
  },
  unbacked: {
    any: "a high score with nothing behind it",
    one: ({ quality_score }) => `${quality_score} with nothing behind it`,
  },
  required_open: {
    any: "completed with required checkpoints open",
    one: ({ open_required }) => `${count(open_required.length, "required checkpoint")} open`,
  },
  ended_before_start: { any: "ended before it started" },
  agent_failed: { any: "a sub-agent failed", one: (facts) => `${failures(facts)} failed` },
  unfinished: {
    any: "completed under 100 %",
    one: ({ implementation_progress }) => `completed at ${implementation_progress} %`,
  },
  unscored: { any: "completed without a score" },
  end_recorded: {
    any: "going on, though an end is recorded",
    one: ({ status }) => `${status}, though an end is recorded`,
  },
  agent_error: { any: "a sub-agent ended in an error" },
  checklist_refused: { any: "checklist not passed" },
  gate_missing: { any: "a gate without a checkpoint" },
  to_review: { any: "a sub-agent result to review" },
} as const satisfies Record<string, Words>;

export type ReasonCode = keyof typeof words;
export const reasonCodes = Object.keys(words) as ReasonCode[];

/**
 * Why a session needs attention, by a code of its card: with its figures, or without facts what
 * the code means of any session. A code that a later database has is made readable.
 */
export function reasonWords(code: string, facts?: ReasonFacts): string {
  if (!Object.hasOwn(words, code)) return humanize(code).toLowerCase();
  const { any, one }: Words = words[code as ReasonCode];
  return facts && one ? one(facts) : any;
}

/** All that speaks against a session, heaviest first, and last what follows from the clock. */
export function concerns(
  card: ReasonFacts & Pick<Card, "reasons" | "started_at"> & { waiver_ends_at?: string | null },
  now: number,
): string[] {
  const said = card.reasons.map((code) => reasonWords(code, card));
  if (card.started_at !== null && isStale(card.status, card.started_at, now)) {
    said.push(`stale: active for ${formatDuration(now - Date.parse(card.started_at))}`);
  }
  if (card.waiver_ends_at && Date.parse(card.waiver_ends_at) <= now) {
    said.push("open again: the waiver of a required checkpoint has ended");
  }
  return said;
}
