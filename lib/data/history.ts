import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";

/** The steps of each of up to 20 sessions, in their order; 400 a session at most. @throws {BackendError} */
export async function readSteps(client: ReaderClient, sessionIds: string[]) {
  return unwrap(await client.rpc("session_history", { p_session_ids: sessionIds }));
}

/** The targets that are set, of all types; few. @throws {BackendError} */
export async function readTargets(client: ReaderClient) {
  const table = client.from("quality_targets");
  return unwrap(await table.select("implementation_type, domain, least_score").limit(100));
}
