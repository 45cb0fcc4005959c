import { byStatus, firstStep, nextStep, priorities, qualityTrend } from "@/lib/domain/directive";
import { type DirectiveQuery, directiveId, sorts } from "@/lib/domain/directive-query";
import { concerns } from "@/lib/domain/reasons";
import { isStale } from "@/lib/domain/session";
import { unwrap } from "@/lib/errors";
import { cutPage, having, listOf } from "@/lib/keyset";
import type { ReaderClient } from "@/lib/supabase/server";
import { wordsOf } from "@/lib/words";

const PAGE = 50;

export type DirectiveRow = Awaited<ReturnType<typeof listDirectives>>["rows"][number];

/** One page, each with its sessions, at most five, in a second read. @throws {BackendError} */
export async function listDirectives(client: ReaderClient, query: DirectiveQuery, now: number) {
  const found = await readPage(client, query);
  const { rows, next } = cutPage(found, PAGE, query.sort, sorts[query.sort], directiveId);
  const sessions = await readSessions(
    client,
    rows.map(({ sd_id }) => sd_id),
  );
  return { rows: rows.map((row) => toRow(row, sessions.get(row.sd_id) ?? [], now)), next };
}

/** Of those without a session, which would be looked for through all others. */
const keysOfNone: Record<string, number | undefined> = {
  quality_high_key: -1,
  quality_low_key: 101,
  progress_key: -1,
};

/**
 * Up to one row more than a page. What follows the cursor is read in two parts, each a plain range
 * of an index: those ids may hold any sign, and the embedded backend takes none with a quote in
 * the condition that would join both.
 */
async function readPage(client: ReaderClient, query: DirectiveQuery): Promise<Directive[]> {
  const { column, ascending } = sorts[query.sort];
  const { after, session } = query;
  const only = session.join() === "none" ? keysOfNone[column] : undefined;
  const read = async (request: ReturnType<typeof matching>) => {
    const ordered = request.order(column, { ascending }).order("sd_id", { ascending });
    return unwrap(await ordered.limit(PAGE + 1));
  };
  if (!after) {
    return read(
      only === undefined ? matching(client, query) : matching(client, query).eq(column, only),
    );
  }
  const than = ascending ? "gt" : "lt";
  const parts = await Promise.all([
    read(matching(client, query).eq(column, after.value).filter("sd_id", than, after.id)),
    only === undefined ? read(matching(client, query).filter(column, than, after.value)) : [],
  ]);
  return parts.flat();
}

function matching(client: ReaderClient, query: DirectiveQuery) {
  const { status, priority, app, type, directive, session } = query;
  let request = client
    .from("exec_directive_cards")
    .select(
      "sd_id, title, status, priority, target_application, last_activity, priority_rank, quality_high_key, quality_low_key, progress_key",
    );
  if (status.length > 0) request = request.in("status", status);
  if (priority.length > 0) request = request.in("priority_rank", priority.map(rankOf));
  if (app.length > 0) request = request.filter("target_application", "in", listOf(app));
  if (type.length > 0) request = request.in("implementation_type", type);
  for (const word of wordsOf(directive)) {
    request = request.or(having("search_text", word));
  }
  if (session.length > 0) {
    const states = session.map((state) =>
      state === "none" ? "session_status.is.null" : `session_status.eq.${state}`,
    );
    request = request.or(states.join());
  }
  return request;
}

/** As the card has it: agents write priorities in capitals too. */
const rankOf = (priority: (typeof priorities)[number]) => priorities.indexOf(priority) + 1;

/** By directive, oldest first. */
async function readSessions(client: ReaderClient, ids: string[]) {
  if (ids.length === 0) return new Map<string, Card[]>();
  const cards = unwrap(await sessionCards(client).filter("sd_id", "in", listOf(ids)));
  return Map.groupBy(cards, ({ sd_id }) => sd_id);
}

const sessionCards = (client: ReaderClient) =>
  client
    .from("exec_session_cards")
    .select(
      "session_id, sd_id, status, implementation_type, quality_score, implementation_progress, gates_met, gates_all, open_required, agent_results, started_at, waiting, verdict, reasons",
    )
    .order("started_key")
    .order("session_id");

type Directive = Awaited<ReturnType<typeof matching>>["data"] extends (infer Row)[] | null
  ? Row
  : never;
type Card = NonNullable<Awaited<ReturnType<typeof sessionCards>>["data"]>[number];

function toRow(row: Directive, sessions: Card[], now: number) {
  const newest = sessions.at(-1);
  return {
    id: row.sd_id,
    title: row.title,
    status: row.status,
    priority: row.priority,
    application: row.target_application,
    lastActivity: row.last_activity,
    newest: newest && toNewest(newest, now),
    /** The sessions before it, the last one's status first. */
    earlier: byStatus(
      sessions
        .slice(0, -1)
        .map(({ status }) => status)
        .toReversed(),
    ),
    trend: trendOf(sessions),
    next: newest ? nextOf(newest, now) : firstStep(row.status),
  };
}

function toNewest(card: Card, now: number) {
  return {
    id: card.session_id,
    status: card.status,
    stale: isStale(card.status, card.started_at, now),
    quality: card.quality_score,
    progress: card.implementation_progress,
    gates: { met: card.gates_met, all: card.gates_all },
  };
}

const trendOf = (sessions: Card[]) => qualityTrend(sessions.map((card) => card.quality_score));

function nextOf(newest: Card, now: number): string {
  return nextStep({
    status: newest.status,
    quality: newest.quality_score,
    waiting: newest.waiting,
    verdict: newest.verdict,
    reason: concerns(newest, now)[0] ?? null,
  });
}

export type Standing = Awaited<ReturnType<typeof readStanding>>;

/** What the list says of one directive in words; null for one without a session. @throws {BackendError} */
export async function readStanding(client: ReaderClient, id: string, now: number) {
  const sessions = (await readSessions(client, [id])).get(id) ?? [];
  const newest = sessions.at(-1);
  return newest
    ? { id: newest.session_id, next: nextOf(newest, now), trend: trendOf(sessions) }
    : null;
}
