import { measures } from "@/lib/domain/history";
import { STALE_AFTER } from "@/lib/domain/session";
import type { Range } from "@/lib/query";
import type { SessionFilters } from "@/lib/search-params";
import { wordsOf } from "@/lib/words";

/** What the functions that list, count and export sessions take as filters. What is undefined asks for nothing. */
export function filterValues(filters: SessionFilters, now: number) {
  const { q, sd, from, to, endedFrom, endedTo, stale, waiting } = filters;
  const some = <T>(values: readonly T[]) => (values.length > 0 ? [...values] : undefined);
  return {
    words: some(wordsOf(q)),
    sd: sd || undefined,
    status: some(filters.status),
    type: some(filters.type),
    app: some(filters.app),
    orchestrator: some(filters.orchestrator),
    band: some(filters.band),
    verdict: some(filters.verdict),
    reason: some(filters.reason),
    agent: filters.agent || undefined,
    open: filters.open || undefined,
    scored: filters.scored ? measures[filters.scored] : undefined,
    evidence: filters.evidence || undefined,
    quality: range(filters.quality),
    coverage: range(filters.coverage),
    progress: range(filters.progress),
    started: days(from, to),
    ended: days(endedFrom, endedTo),
    active_before: stale ? new Date(now - STALE_AFTER).toISOString() : undefined,
    waiting: waiting || undefined,
  };
}

const range = ({ from, to }: Range) =>
  from === null && to === null ? undefined : [from ?? 0, to ?? 100];

/** Days in UTC, to the microsecond, which is as fine as the database counts. */
const days = (from: string, to: string) =>
  from || to
    ? [from ? `${from}T00:00:00Z` : "-infinity", to ? `${to}T23:59:59.999999Z` : "infinity"]
    : undefined;
