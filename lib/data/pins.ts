import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";

/** More than anybody reads; the viewer says so when there are as many. */
export const PINS = 500;

export type Pin = Awaited<ReturnType<typeof readPins>>[number];

/** Comments at points of a session's pictures, oldest first. @throws {BackendError} */
export async function readPins(client: ReaderClient, sessionId: string) {
  const rows = unwrap(
    await client
      .from("exec_evidence_pins")
      .select("id, url, x, y, body, author_id, author_name, created_at, resolved_at, resolved_by")
      .eq("session_id", sessionId)
      .order("created_at")
      .order("id")
      .limit(PINS),
  );
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    x: row.x,
    y: row.y,
    body: row.body,
    by: row.author_name ?? (row.author_id ? "a former member" : "a reviewer"),
    at: row.created_at,
    /** By whom; null while it is open. */
    resolved: row.resolved_at === null ? null : (row.resolved_by ?? "somebody"),
  }));
}
