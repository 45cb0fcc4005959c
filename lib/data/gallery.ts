import type { Pair } from "@/lib/domain/evidence";
import { type GalleryQuery, newest, sessionId, sinceOf } from "@/lib/domain/gallery-query";
import { shownEvidence } from "@/lib/domain/shown-evidence";
import { unwrap } from "@/lib/errors";
import { cutPage } from "@/lib/keyset";
import type { Database } from "@/lib/supabase/database.types";
import type { ReaderClient } from "@/lib/supabase/server";
import { readEvidence } from "./evidence";
import { sessionView, viewColumns } from "./session-view";

const PAGE = 12;
/** Of each list of a session: enough to find what changed among them, and not all of it. */
const READ = 24;
/** Of each list of an attempt, for following screens through them. */
const SCREENS = 500;

export type GalleryGroup = Awaited<ReturnType<typeof listGallery>>["groups"][number];

/** One page of sessions that show something, each with the beginning of it. @throws {BackendError} */
export async function listGallery(client: ReaderClient, query: GalleryQuery, now: number) {
  const found = unwrap(
    await client.rpc("gallery", {
      p_limit: PAGE + 1,
      p_by_directive: query.byDirective,
      p_sd: query.sd || undefined,
      p_type: query.type || undefined,
      p_status: query.status || undefined,
      p_since: sinceOf(query, now),
      p_changed: query.pictures === "" ? undefined : query.pictures === "changed",
      p_demo: query.demo || undefined,
      p_key: query.after?.value.toString(),
      p_id: query.after?.id,
    }),
  );
  const { rows, next } = cutPage(found, PAGE, "newest", newest, sessionId);
  const evidence = await readEvidence(
    client,
    rows.map(({ session_id }) => session_id),
    READ,
  );
  const groups = rows.map((card) => ({
    ...sessionView(card, now),
    directive: { id: card.sd_id, title: card.directive_title },
    changed: card.pictures_changed,
    evidence: shownEvidence(evidence.get(card.session_id), countsOf(card)),
  }));
  return { groups, next };
}

type Card = Database["public"]["Tables"]["exec_session_cards"]["Row"];

export const countsOf = (card: Pick<Card, "before_count" | "after_count" | "demo_count">) => ({
  before: card.before_count,
  after: card.after_count,
  demos: card.demo_count,
});

/**
 * The attempts at a directive, oldest first, each with the pairs of the first pictures of its
 * lists. @throws {BackendError}
 */
export async function readAttemptPairs(client: ReaderClient, sd: string, now: number) {
  const cards = unwrap(
    await client
      .from("exec_session_cards")
      .select(`${viewColumns}, before_count, after_count, demo_count`)
      .eq("sd_id", sd)
      .order("started_key")
      .order("session_id")
      // One in each status at most, so that this is never reached.
      .limit(20),
  );
  const ids = cards.map(({ session_id }) => session_id);
  const evidence = ids.length > 0 ? await readEvidence(client, ids, SCREENS) : new Map();
  return cards.map((card, index) => ({
    ...sessionView(card, now),
    number: index + 1,
    pairs: (evidence.get(card.session_id)?.pairs ?? []) as Pair[],
    cut: card.before_count > SCREENS || card.after_count > SCREENS,
  }));
}
