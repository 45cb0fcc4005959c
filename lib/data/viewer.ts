import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";
import { readEvidence } from "./evidence";

/** More than anybody looks at; the viewer says so when there are as many. */
export const PICTURES = 3000;
export const PINS = 500;

export type Pin = Awaited<ReturnType<typeof readPins>>[number];

/** Comments at points of a session's pictures, oldest first. @throws {BackendError} */
async function readPins(client: ReaderClient, sessionId: string) {
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

/** A session's pictures with what was said at them; null where there is no such session. */
export async function readViewer(client: ReaderClient, id: string) {
  const [evidence, pins, card] = await Promise.all([
    readEvidence(client, [id], PICTURES),
    readPins(client, id),
    client
      .from("exec_session_cards")
      .select("sd_id, directive_title, before_count, after_count")
      .eq("session_id", id)
      .maybeSingle(),
  ]);
  const row = unwrap(card);
  const shown = evidence.get(id);
  if (!row || !shown) return null;
  return {
    pairs: shown.pairs,
    pins,
    title: `${row.sd_id} ${row.directive_title ?? ""}`.trim(),
    isCut: Math.max(row.before_count, row.after_count) > PICTURES,
  };
}
