import { fieldWord } from "@/lib/domain/timeline";
import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";

/** More than anybody reads; the page says so when there are as many. */
export const REVIEWS = 50;
const EVENTS = 200;

export type Review = Awaited<ReturnType<typeof readReviews>>[number];

/**
 * The verdicts and comments on a session, newest first, each with what agents changed in the
 * session after its reviewer had looked. @throws {BackendError}
 */
export async function readReviews(client: ReaderClient, sessionId: string) {
  const rows = unwrap(
    await client
      .from("exec_session_reviews")
      .select(
        `id, verdict, body, blind, reviewer_id, reviewer_name, seen_event_id, created_at,
        code_quality_score, performance_score, security_score, ux_accessibility_score,
        agent_code_quality_score, agent_performance_score, agent_security_score,
        agent_ux_accessibility_score`,
      )
      .eq("session_id", sessionId)
      .order("created_at", { ascending: false })
      .limit(REVIEWS),
  );
  const oldest = Math.min(...rows.map(({ seen_event_id }) => seen_event_id));
  const changes = rows.length > 0 ? await changesSince(client, sessionId, oldest) : [];
  return rows.map((row) => ({
    id: row.id,
    verdict: row.verdict,
    body: row.body,
    blind: row.blind,
    by: row.reviewer_name ?? (row.reviewer_id ? "a former member" : "a reviewer"),
    at: row.created_at,
    scores: {
      codeQuality: row.code_quality_score,
      performance: row.performance_score,
      security: row.security_score,
      uxAccessibility: row.ux_accessibility_score,
    },
    /** The session's own at that moment. */
    agentScores: {
      codeQuality: row.agent_code_quality_score,
      performance: row.agent_performance_score,
      security: row.agent_security_score,
      uxAccessibility: row.agent_ux_accessibility_score,
    },
    /** Names of fields, in words; none where it still stands as it was seen. */
    changedSince: [
      ...new Set(changes.flatMap(({ id, words }) => (id > row.seen_event_id ? words : []))),
    ],
  }));
}

async function changesSince(client: ReaderClient, sessionId: string, seen: number) {
  const events = unwrap(
    await client
      .from("exec_session_events")
      .select("id, new")
      .eq("session_id", sessionId)
      .eq("kind", "session")
      .gt("id", seen)
      .order("id", { ascending: false })
      .limit(EVENTS),
  );
  return events.map(({ id, new: after }) => ({
    id,
    words: Object.keys(after ?? {}).map(fieldWord),
  }));
}
