import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";
import { readEvidenceLists } from "./evidence";
import { readPins } from "./pins";

/** More than anybody looks at; the viewer says so when there are as many. */
export const PICTURES = 3000;

/** A session's pictures with what was said at them; null where there is no such session. */
export async function readViewer(client: ReaderClient, id: string) {
  const [evidence, pins, card] = await Promise.all([
    readEvidenceLists(client, [id], PICTURES),
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
    // The viewer has no demos, and makes the pairs itself: they would be three times as long.
    lists: { ...shown, demos: [] },
    pins,
    title: `${row.sd_id} ${row.directive_title ?? ""}`.trim(),
    isCut: Math.max(row.before_count, row.after_count) > PICTURES,
  };
}
