import type { Waiver } from "@/lib/domain/gates";
import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";

const MOST = 1000;

/** The waivers of those sessions, or of a directive's, by checkpoint. @throws {BackendError} */
export async function readWaivers(
  client: ReaderClient,
  wanted: { ids: string[] } | { sd: string },
): Promise<Map<string, Waiver>> {
  const request = client
    .from("exec_checkpoint_waivers")
    .select("checkpoint_id, reason, ends_at")
    .limit(MOST);
  const rows = unwrap(
    await ("ids" in wanted ? request.in("session_id", wanted.ids) : request.eq("sd_id", wanted.sd)),
  );
  return new Map(
    rows.map(({ checkpoint_id, reason, ends_at }) => [checkpoint_id, { reason, endsAt: ends_at }]),
  );
}
