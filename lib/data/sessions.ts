import { unwrap } from "@/lib/errors";
import { afterCursor, containing, encodeCursor } from "@/lib/keyset";
import { type SessionQuery, sorts } from "@/lib/search-params";
import type { ReaderClient } from "@/lib/supabase/server";
import { sessionView } from "./session-view";

const PAGE = 50;

export type SessionRow = Awaited<ReturnType<typeof listSessions>>["rows"][number];

/**
 * One page: first the rows that have a value to sort by, then, where those do not fill it, the
 * rows without one. Each part is a plain range of an index. One row more than a page tells
 * whether there is a next one. @throws {BackendError}
 */
export async function listSessions(client: ReaderClient, query: SessionQuery, now: number) {
  const found = query.after?.value === null ? [] : await withValue(client, query);
  const room = PAGE + 1 - found.length;
  if (room > 0) found.push(...(await withoutValue(client, query, room)));

  const shown = found.slice(0, PAGE);
  const last = shown.at(-1);
  const { column } = sorts[query.sort];
  const value = last?.[column] ?? null;
  return {
    rows: shown.map((row) => toRow(row, now)),
    next:
      last && found.length > PAGE
        ? encodeCursor({
            sort: query.sort,
            value: isZeroMissing(column) ? value || null : value,
            id: last.id,
          })
        : null,
  };
}

async function withValue(client: ReaderClient, query: SessionQuery) {
  const { column, ascending } = sorts[query.sort];
  const { after } = query;
  let request = matching(client, query);
  request = isZeroMissing(column) ? request.gt(column, 0) : request.not(column, "is", null);
  if (after && after.value !== null) {
    request = request
      .filter(column, ascending ? "gte" : "lte", after.value)
      .or(afterCursor(column, ascending, after.value, after.id));
  }
  const ordered = request.order(column, { ascending }).order("id", { ascending });
  return unwrap(await ordered.limit(PAGE + 1)) ?? [];
}

async function withoutValue(client: ReaderClient, query: SessionQuery, room: number) {
  const { column } = sorts[query.sort];
  let request = matching(client, query);
  request = isZeroMissing(column)
    ? request.or(`${column}.is.null,${column}.eq.0`)
    : request.is(column, null);
  if (query.after?.value === null) request = request.gt("id", query.after.id);
  return unwrap(await request.order("id").limit(room)) ?? [];
}

/** A quality of 0 is not scored; a progress of 0 is just that. */
function isZeroMissing(column: string) {
  return column === "quality_score";
}

/** The columns that the list shows, of the rows that its filters let through. */
function matching(client: ReaderClient, { status, type, sd, directive }: SessionQuery) {
  let request = client
    .from("exec_session_list")
    .select(
      "id, sd_id, directive_title, status, implementation_type, quality_score, code_quality_score, performance_score, security_score, ux_accessibility_score, implementation_progress, test_coverage_pct, gates_met, gates_all, before_count, after_count, demo_count, started_at, completed_at, updated_at",
    );
  if (status.length > 0) request = request.in("status", status);
  if (type.length > 0) request = request.in("implementation_type", type);
  if (sd) request = request.eq("sd_id", sd);
  if (directive) {
    const pattern = containing(directive);
    request = request.or(`sd_id.ilike.${pattern},directive_title.ilike.${pattern}`);
  }
  return request;
}

function toRow(row: Awaited<ReturnType<typeof withValue>>[number], now: number) {
  return {
    ...sessionView(row, now),
    directive: { id: row.sd_id, title: row.directive_title },
    gates: { met: row.gates_met ?? 0, all: row.gates_all ?? 0 },
    screenshots: { before: row.before_count ?? 0, after: row.after_count ?? 0 },
    demos: row.demo_count ?? 0,
  };
}
