import { facetsOf } from "@/lib/domain/facets";
import { unwrap } from "@/lib/errors";
import { type Cursor, cutPage } from "@/lib/keyset";
import { type SessionFilters, type SessionQuery, sessionId, sorts } from "@/lib/search-params";
import type { ReaderClient } from "@/lib/supabase/server";
import { filterValues } from "./session-filters";
import { sessionView, viewColumns } from "./session-view";

const PAGE = 50;

export type SessionRow = Awaited<ReturnType<typeof listSessions>>["rows"][number];

/** One page: a range of an index. @throws {BackendError} */
export async function listSessions(client: ReaderClient, query: SessionQuery, now: number) {
  const found = unwrap(await readSessions(client, query, query.after, PAGE + 1, now));
  const { rows, next } = cutPage(found, PAGE, query.sort, sorts[query.sort], sessionId);
  return { rows: rows.map((row) => toRow(row, now)), next };
}

function readSessions(
  client: ReaderClient,
  query: SessionQuery,
  after: Cursor | null,
  p_limit: number,
  now: number,
) {
  return client
    .rpc("list_sessions", {
      p_filters: filterValues(query, now),
      p_sort: query.sort,
      p_value: after?.value.toString(),
      p_id: after?.id,
      p_limit,
    })
    .select(
      `${viewColumns}, sd_id, directive_title, gates_met, gates_all, before_count, after_count,
        demo_count, verdict, prd_id, orchestrator, risk, started_key, quality_high_key, quality_low_key, progress_key`,
    );
}

type Found = NonNullable<Awaited<ReturnType<typeof readSessions>>["data"]>[number];

function toRow(row: Found, now: number) {
  return {
    ...sessionView(row, now),
    directive: { id: row.sd_id, title: row.directive_title },
    gates: { met: row.gates_met, all: row.gates_all },
    screenshots: { before: row.before_count, after: row.after_count },
    demos: row.demo_count,
    verdict: row.verdict,
    prd: row.prd_id,
    orchestrator: row.orchestrator,
    /** A session that failed, was cancelled or has its verdict needs none, whatever its concerns. */
    needsAttention: row.risk > 0,
  };
}

/** Null where nothing is known in time. */
export async function countFacets(client: ReaderClient, filters: SessionFilters, now: number) {
  const { data } = await client.rpc("session_facets", { p_filters: filterValues(filters, now) });
  return data && facetsOf(data);
}

/** The orchestrators that sessions name, the first hundred. @throws {BackendError} */
export async function listOrchestrators(client: ReaderClient): Promise<string[]> {
  return unwrap(await client.rpc("orchestrators")).map(({ orchestrator }) => orchestrator);
}

/** The target applications that there are, the first hundred. @throws {BackendError} */
export async function listApplications(client: ReaderClient): Promise<string[]> {
  const rows = unwrap(await client.rpc("target_applications")) ?? [];
  return rows.map(({ target_application }) => target_application);
}
