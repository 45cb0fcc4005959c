import { checkpointTypes } from "./domain/gates";
import { type ReasonCode, reasonCodes } from "./domain/reasons";
import { type Band, bands, type DomainKey, domainKeys } from "./domain/scores";
import {
  type EvidenceKind,
  evidenceKinds,
  implementationTypes,
  type Status,
  statuses,
  type VerdictState,
  verdictStates,
} from "./domain/session";
import { agentResults } from "./domain/sub-agents";
import type { Cursor, IdColumn, Sort } from "./keyset";
import {
  addressEntries,
  listAddress,
  type Range,
  rangeEntries,
  readAddress,
  type SearchParams,
} from "./query";

/** The only orders there are. The first is what one gets without asking. */
export const sorts = {
  newest: { column: "started_key", ascending: false, kind: "time", words: "newest first" },
  oldest: { column: "started_key", ascending: true, kind: "time", words: "oldest first" },
  "quality-high": {
    column: "quality_high_key",
    ascending: false,
    kind: "number",
    words: "best first",
  },
  "quality-low": {
    column: "quality_low_key",
    ascending: true,
    kind: "number",
    words: "worst first",
  },
  "progress-high": {
    column: "progress_key",
    ascending: false,
    kind: "number",
    words: "furthest first",
  },
  "progress-low": {
    column: "progress_key",
    ascending: true,
    kind: "number",
    words: "least progress first",
  },
} as const satisfies Record<string, Sort>;

export const sessionId = { column: "session_id", kind: "uuid" } as const satisfies IdColumn;

export type SortSlug = keyof typeof sorts;

/** What a list of sessions shows. "", [] and false ask for nothing. */
export type SessionFilters = {
  status: Status[];
  type: (typeof implementationTypes)[number][];
  /** Words, all of which are part of what a session is searched by. */
  q: string;
  /** Exactly this directive. */
  sd: string;
  /** Target applications. */
  app: string[];
  band: Band[];
  orchestrator: string[];
  verdict: VerdictState[];
  reason: ReasonCode[];
  evidence: EvidenceKind | "";
  quality: Range;
  coverage: Range;
  progress: Range;
  /** Days of the start, "2026-11-16", UTC, both inclusive; alike for the end below. */
  from: string;
  to: string;
  stale: boolean;
  waiting: boolean;
  /** A sub-agent's result, "TESTING:FAIL". */
  agent: string;
  /** The type of a required checkpoint that is open. */
  open: string;
  /** A domain that was scored. */
  scored: DomainKey | "";
  endedFrom: string;
  endedTo: string;
};
export type SessionQuery = SessionFilters & { sort: SortSlug; view: string; after: Cursor | null };

/** Whatever the address says, a query that works, and in words what was left out of it. */
export function parseSessionQuery(params: SearchParams): {
  query: SessionQuery;
  notices: string[];
} {
  const address = readAddress(params);
  const sort = address.sort(sorts);
  const started = address.days("from", "to");
  const ended = address.days("ended-from", "ended-to");
  const query: SessionQuery = {
    status: address.oneOf("status", statuses),
    type: address.oneOf("type", implementationTypes),
    // Addresses that were kept before there was a search of more than directives.
    q: address.search("q") || address.search("directive"),
    sd: address.text("sd"),
    app: address.names("app", "applications"),
    band: address.oneOf("band", bands),
    orchestrator: address.names("orchestrator", "orchestrators"),
    verdict: address.oneOf("verdict", verdictStates),
    reason: address.oneOf("reason", reasonCodes),
    evidence: address.first("evidence", evidenceKinds, "a kind of evidence"),
    quality: address.range("quality"),
    coverage: address.range("coverage"),
    progress: address.range("progress"),
    from: started.from,
    to: started.to,
    stale: address.flag("stale"),
    waiting: address.flag("waiting"),
    agent: address.first("agent", agentResults, "a sub-agent result"),
    open: address.first("open", checkpointTypes, "a checkpoint type"),
    scored: address.first("scored", domainKeys, "a domain"),
    endedFrom: ended.from,
    endedTo: ended.to,
    sort,
    view: address.view(),
    after: address.cursor(sort, sorts[sort], sessionId),
  };
  return { query, notices: address.notices };
}

type Asked = Partial<Omit<SessionFilters, "reason">> & { reason?: string[]; sort?: SortSlug };

/** What the address of such a list holds, by name. What is as usual is left out. */
export function sessionEntries(query: Asked) {
  return addressEntries({
    q: query.q,
    sd: query.sd,
    status: query.status,
    type: query.type,
    app: query.app,
    band: query.band,
    orchestrator: query.orchestrator,
    verdict: query.verdict,
    reason: query.reason,
    evidence: query.evidence,
    ...rangeEntries("quality", query.quality),
    ...rangeEntries("coverage", query.coverage),
    ...rangeEntries("progress", query.progress),
    from: query.from,
    to: query.to,
    stale: query.stale,
    waiting: query.waiting,
    agent: query.agent,
    open: query.open,
    scored: query.scored,
    "ended-from": query.endedFrom,
    "ended-to": query.endedTo,
    sort: query.sort === "newest" ? "" : query.sort,
  });
}

/** The address of a list; `after` is a cursor as `cutPage` gives it. */
export function sessionsHref(query: Asked & { view?: string; after?: string }): string {
  const { view, after } = query;
  return listAddress("/sessions", [...sessionEntries(query), ...addressEntries({ view, after })]);
}

export function isFiltered({ sort: _, ...filters }: SessionQuery): boolean {
  return sessionEntries(filters).length > 0;
}
