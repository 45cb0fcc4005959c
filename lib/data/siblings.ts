import type { Sibling } from "@/lib/domain/lifecycle";
import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";

/** All sessions of a directive, of which there is one in each status at most. @throws {BackendError} */
export async function readSiblings(client: ReaderClient, sdId: string): Promise<Sibling[]> {
  const cards = unwrap(
    await client
      .from("exec_session_cards")
      .select("session_id, status, started_at, ended_at")
      .eq("sd_id", sdId)
      .limit(20),
  );
  return cards.map((card) => ({
    id: card.session_id,
    status: card.status,
    startedAt: card.started_at,
    endedAt: card.ended_at,
  }));
}
