import { measures } from "@/lib/domain/history";
import { bandRange } from "@/lib/domain/scores";
import { STALE_AFTER } from "@/lib/domain/session";
import { unwrap } from "@/lib/errors";
import { containing, cutPage, inOrder, listOf } from "@/lib/keyset";
import { type SessionFilters, type SessionQuery, sessionId, sorts } from "@/lib/search-params";
import type { ReaderClient } from "@/lib/supabase/server";
import { sessionView, viewColumns } from "./session-view";

const PAGE = 50;

export type SessionRow = Awaited<ReturnType<typeof listSessions>>["rows"][number];

/** One page: a plain range of an index. @throws {BackendError} */
export async function listSessions(client: ReaderClient, query: SessionQuery, now: number) {
  const sort = sorts[query.sort];
  const request = inOrder(matching(client, query, now), sort, sessionId, query.after);
  const found = unwrap(await request.limit(PAGE + 1)) ?? [];
  const { rows, next } = cutPage(found, PAGE, query.sort, sort, sessionId);
  return { rows: rows.map((row) => toRow(row, now)), next };
}

/** What a row shows, of the sessions that the filters let through. */
function matching(client: ReaderClient, filters: SessionFilters, now: number) {
  let request = client.from("exec_session_cards").select(
    `${viewColumns}, sd_id, directive_title, gates_met, gates_all, before_count, after_count,
      demo_count, risk, started_key, quality_high_key, quality_low_key, progress_key`,
  );
  const { status, type, sd, directive, app, band } = filters;
  if (status.length > 0) request = request.in("status", status);
  if (type.length > 0) request = request.in("implementation_type", type);
  if (sd) request = request.eq("sd_id", sd);
  if (directive) request = request.ilike("search_text", containing(directive.toLowerCase()));
  if (app.length > 0) {
    request = request.filter("target_application", "in", listOf(app));
  }
  if (band.length > 0) request = request.in("quality_high_key", band.flatMap(scoresOf));

  const { from, to, endedFrom, endedTo, stale, waiting, reason, agent, open, scored } = filters;
  if (from) request = request.gte("started_key", beginOf(from));
  if (to) request = request.lte("started_key", endOf(to));
  if (endedFrom) request = request.gte("ended_at", beginOf(endedFrom));
  if (endedTo) request = request.lte("ended_at", endOf(endedTo));
  if (stale) {
    const limit = new Date(now - STALE_AFTER).toISOString();
    request = request.eq("status", "active").lt("started_at", limit);
  }
  if (waiting) request = request.is("waiting", true);
  if (reason) request = request.contains("reasons", [reason]);
  if (agent) request = request.contains("agent_results", [agent]);
  if (open) request = request.contains("open_required", [open]);
  if (scored) request = request.not(measures[scored], "is", null);
  return request;
}

/** Of a day in UTC, to the microsecond, which is as fine as the database counts. */
const beginOf = (day: string) => `${day}T00:00:00Z`;
const endOf = (day: string) => `${day}T23:59:59.999999Z`;

/** Each score by itself, which an index takes as it is. The key is -1 where nobody scored it. */
function scoresOf(band: SessionFilters["band"][number]): number[] {
  if (band === "unscored") return [-1];
  const { from, to } = bandRange(band);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

type Found = NonNullable<Awaited<ReturnType<typeof matching>>["data"]>[number];

function toRow(row: Found, now: number) {
  return {
    ...sessionView(row, now),
    directive: { id: row.sd_id, title: row.directive_title },
    gates: { met: row.gates_met, all: row.gates_all },
    screenshots: { before: row.before_count, after: row.after_count },
    demos: row.demo_count,
    /** A session that failed, was cancelled or has its verdict needs none, whatever its concerns. */
    needsAttention: row.risk > 0,
  };
}

/** The target applications that there are, the first hundred. @throws {BackendError} */
export async function listApplications(client: ReaderClient): Promise<string[]> {
  const rows = unwrap(await client.rpc("target_applications")) ?? [];
  return rows.map(({ target_application }) => target_application);
}
