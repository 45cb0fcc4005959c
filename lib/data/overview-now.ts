import type { Scope } from "@/lib/domain/overview-query";
import { goesOn, statuses } from "@/lib/domain/session";
import { unwrap } from "@/lib/errors";
import { listOf } from "@/lib/keyset";
import type { ReaderClient } from "@/lib/supabase/server";
import { argumentsOf } from "./overview";
import { sessionView } from "./session-view";

const FEW = 5;
/** As many as the database gives at most. */
const MANY = 100;

export type Tiles = NonNullable<Awaited<ReturnType<typeof readTiles>>>;

/** How things stand now; of the period the medians alone. @throws {BackendError} */
export async function readTiles(client: ReaderClient, scope: Scope) {
  const row = unwrap(await client.rpc("overview_tiles", argumentsOf(scope)).single());
  return {
    active: row.active,
    stale: row.stale,
    waiting: row.waiting,
    /** When the one that waits longest ended (ISO), where that is known. */
    waitingSince: row.waiting_since as string | null,
    completed: row.completed_this_week,
    completedLastWeek: row.completed_last_week,
    completedByThisTime: row.completed_last_week_so_far,
    median: row.median as number | null,
    medianBefore: row.median_before as number | null,
    directivesToReview: row.directives_to_review,
  };
}

/** Whether any agent has written a session yet. @throws {BackendError} */
export async function hasSessions(client: ReaderClient): Promise<boolean> {
  const rows = unwrap(await client.from("exec_session_cards").select("session_id").limit(1));
  return rows.length > 0;
}

export type Attention = Awaited<ReturnType<typeof needingAttention>>;
export type MovedDirective = Awaited<ReturnType<typeof movedDirectives>>[number];

/** What needs attention, and which directives moved, all at once. @throws {BackendError} */
export async function readLists(
  client: ReaderClient,
  scope: Scope,
  asked: { all: boolean },
  now: number,
) {
  const [attention, moved, still] = await Promise.all([
    needingAttention(client, scope, asked, now),
    movedDirectives(client, scope),
    stillDirectives(client, scope),
  ]);
  return { attention, moved, still };
}

/** The sessions that need attention most: five, or up to a hundred. @throws {BackendError} */
async function needingAttention(
  client: ReaderClient,
  scope: Scope,
  asked: { all: boolean },
  now: number,
) {
  const { p_types, p_applications } = argumentsOf(scope);
  const limit = asked.all ? MANY : FEW;
  // One more tells whether there are more.
  const p_limit = Math.min(limit + 1, MANY);
  const rows =
    unwrap(await client.rpc("overview_attention", { p_types, p_applications, p_limit })) ?? [];
  return {
    sessions: rows.slice(0, limit).map((row) => ({
      ...sessionView(row, now),
      directive: { id: row.sd_id, title: row.directive_title },
    })),
    more: rows.length > limit || rows.length === MANY,
  };
}

/** Those in which something changed last, newest first. @throws {BackendError} */
async function movedDirectives(client: ReaderClient, scope: Scope) {
  const request = directives(client, scope).order("last_activity", { ascending: false });
  return unwrap(await request.order("sd_id").limit(FEW)).map(toDirective);
}

/** Those being worked on in which nothing changed for longest. @throws {BackendError} */
async function stillDirectives(client: ReaderClient, scope: Scope) {
  // An index has the order of one status alone.
  const each = statuses.filter(goesOn).map(async (status) => {
    const request = directives(client, scope).eq("session_status", status).order("last_activity");
    return unwrap(await request.order("sd_id").limit(FEW));
  });
  const all = (await Promise.all(each)).flat().map(toDirective);
  const timeOf = ({ lastActivity }: MovedDirective) => Date.parse(lastActivity) || 0;
  return all.sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1)).slice(0, FEW);
}

function directives(client: ReaderClient, { type, app }: Scope) {
  let request = client
    .from("exec_directive_cards")
    .select("sd_id, title, session_status, implementation_progress, last_activity");
  if (type.length > 0) request = request.in("implementation_type", type);
  if (app.length > 0) {
    request = request.filter("target_application", "in", listOf(app));
  }
  return request;
}

type Card = NonNullable<Awaited<ReturnType<typeof directives>>["data"]>[number];

const toDirective = (card: Card) => ({
  id: card.sd_id,
  title: card.title,
  /** Of its newest session; null where it has none. */
  status: card.session_status,
  progress: card.implementation_progress,
  /** ISO, or "-infinity" where nothing of it is known. */
  lastActivity: card.last_activity,
});
