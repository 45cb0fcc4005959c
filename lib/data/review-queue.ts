import { type QueueView, queueReasons } from "@/lib/domain/review-queue";
import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";
import { sessionView } from "./session-view";

/** As many as are worked off in a day or two; the riskiest of all that wait. */
export const QUEUE = 50;

export type QueueItem = Awaited<ReturnType<typeof readQueue>>[number];

/** What waits for review, riskiest first. @throws {BackendError} */
export async function readQueue(
  client: ReaderClient,
  show: QueueView,
  memberId: string,
  now: number,
) {
  const rows = unwrap(
    await client.rpc("review_queue", { p_show: show, p_member: memberId, p_limit: QUEUE }),
  );
  return rows.map((row) => {
    const view = sessionView(row, now);
    const facts = { ...view, verdict: row.verdict, waiting: show !== "agent" };
    return {
      ...view,
      directive: { id: row.sd_id, title: row.directive_title },
      /** What follows from how and how long it waits, in words. */
      queueReasons: queueReasons(facts, now),
      reviewer: row.reviewer_id
        ? { id: row.reviewer_id, name: row.reviewer_name, until: row.held_until as string | null }
        : null,
      /** By the member who looks. */
      skipped: row.skipped,
    };
  });
}

/** How many wait; 100 stands for as many or more. @throws {BackendError} */
export async function countWaiting(client: ReaderClient): Promise<number> {
  return unwrap(await client.rpc("waiting_count")) ?? 0;
}

/** Who may be given a review. @throws {BackendError} */
export async function listReviewers(client: ReaderClient) {
  return unwrap(
    await client
      .from("team_members")
      .select("id:user_id, name")
      .in("role", ["reviewer", "admin"])
      .order("name")
      .limit(200),
  );
}

/** Who has that session's review now, and until when; null for nobody. @throws {BackendError} */
export async function readHolder(client: ReaderClient, sessionId: string, now: number) {
  const row = unwrap(
    await client
      .from("exec_review_assignments")
      .select("reviewer_id, ends_at")
      .eq("session_id", sessionId)
      .neq("state", "skipped")
      .gt("ends_at", new Date(now).toISOString())
      .maybeSingle(),
  );
  if (!row) return null;
  return { id: row.reviewer_id, until: row.ends_at === "infinity" ? null : row.ends_at };
}
