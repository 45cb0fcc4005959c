import {
  type Correction,
  type EvidenceItem,
  evidenceItems,
  type Pair,
  pairPictures,
} from "@/lib/domain/evidence";
import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";

export type Evidence = { pairs: Pair[]; demos: EvidenceItem[] };

type Row = {
  session_id: string;
  before: (string | null)[];
  after: (string | null)[];
  demos: (string | null)[];
  files: Record<string, [string, number, number | null, number | null, string | null, boolean]>;
  pairings: Correction[];
};

/**
 * What sessions show, by session: the first of each list, or all of it. Those that do not exist are
 * left out. @throws {BackendError}
 */
export async function readEvidence(
  client: ReaderClient,
  ids: string[],
  most?: number,
): Promise<Map<string, Evidence>> {
  const rows = unwrap(await client.rpc("session_evidence", { p_ids: ids, p_most: most }));
  return new Map((rows as unknown as Row[]).map((row) => [row.session_id, evidenceOf(row)]));
}

function evidenceOf({ before, after, demos, files, pairings }: Row): Evidence {
  const stored = new Map(
    Object.entries(files).map(([hash, [mediaType, bytes, width, height, pixels, animated]]) => [
      hash,
      { hash, mediaType, bytes, width, height, pixels, animated },
    ]),
  );
  return {
    pairs: pairPictures(evidenceItems(before, stored), evidenceItems(after, stored), pairings),
    demos: evidenceItems(demos, stored),
  };
}
