import { type Evidence, type EvidenceLists, evidenceOf } from "@/lib/domain/evidence";
import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";

/**
 * What sessions show, by session: the first of each list, or all of it. Those that do not exist are
 * left out. @throws {BackendError}
 */
export async function readEvidenceLists(
  client: ReaderClient,
  ids: string[],
  most?: number,
): Promise<Map<string, EvidenceLists>> {
  const rows = unwrap(await client.rpc("session_evidence", { p_ids: ids, p_most: most }));
  return new Map(
    rows.map(({ session_id, ...lists }) => [session_id, lists as unknown as EvidenceLists]),
  );
}

/** The same, with the pictures in pairs. @throws {BackendError} */
export async function readEvidence(
  client: ReaderClient,
  ids: string[],
  most?: number,
): Promise<Map<string, Evidence>> {
  const found = await readEvidenceLists(client, ids, most);
  return new Map([...found].map(([id, lists]) => [id, evidenceOf(lists)]));
}
