// What cards should say, counted from the tables and the events by code that shares nothing with
// the views that make them.
import type { Sql } from "../../../scripts/backend/database.ts";

// biome-ignore lint/suspicious/noExplicitAny: rows of six tables, read by their columns' names
type Row = Record<string, any>;

const scored = [
  "quality_score",
  "code_quality_score",
  "performance_score",
  "security_score",
  "ux_accessibility_score",
  "test_coverage_pct",
];
const agents = /^(SECURITY|DATABASE|VALIDATION|TESTING|PERFORMANCE|DESIGN|DEBUGGING)$/;
const outcomes = /^(PASS|WARNING|FAIL|REVIEW_REQUIRED|ERROR)$/;

const count = (list: string[]) =>
  list.reduce(
    (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1),
    new Map<string, number>(),
  );

function agentResults(session: Row, activations: Row[]): string[] {
  // One result may stand there without a list around it.
  const written = [session.sub_agent_results ?? []].flat();
  const said = written
    .map(({ sub_agent_type, status, summary }: Row) => {
      const outcome = String(status).trim().toUpperCase().replaceAll(" ", "_");
      const type = agents.test(sub_agent_type) ? sub_agent_type : "OTHER";
      return { key: `${type}:${outcome}`, outcome, summary };
    })
    .filter(({ outcome }: Row) => outcomes.test(outcome));
  const key = ({ key, summary }: Row) => `${key}|${summary}`;
  const nameless = said.filter(({ summary }: Row) => summary === null);
  const inRow = count(said.filter(({ summary }: Row) => summary !== null).map(key));
  const beside = count(
    activations.map((a) => `${a.sub_agent_type}:${a.execution_status}|${a.summary}`),
  );
  const merged = [...new Set([...inRow.keys(), ...beside.keys()])].flatMap((name) => {
    const times = Math.max(inRow.get(name) ?? 0, beside.get(name) ?? 0);
    return Array.from({ length: times }, () => name.split("|")[0] ?? "");
  });
  return [...merged, ...nameless.map((result: Row) => result.key)].sort();
}

const time = (date: Date | null) => date?.getTime() ?? Number.NEGATIVE_INFINITY;

type Tables = Record<
  "sessions" | "checkpoints" | "waivers" | "activations" | "reviews" | "events" | "directives",
  Row[]
>;

export async function readTables(sql: Sql): Promise<Tables> {
  const all = async (name: string) => [...(await sql`select * from ${sql(`public.${name}`)}`)];
  const [sessions, checkpoints, waivers, ...others] = await Promise.all([
    all("exec_implementation_sessions"),
    all("exec_quality_checkpoints"),
    all("exec_checkpoint_waivers"),
    all("exec_sub_agent_activations"),
    all("exec_session_reviews"),
    all("exec_session_events"),
    all("strategic_directives_v2"),
  ]);
  const [activations, reviews, events, directives] = others;
  return { sessions, checkpoints, waivers, activations, reviews, events, directives } as Tables;
}

/** The columns of a session's card that matter most. */
export function countSession(session: Row, tables: Tables): Row {
  const own = (rows: Row[]) => rows.filter((row) => row.session_id === session.id);
  const directive = tables.directives.find(({ id }) => id === session.sd_id);
  const events = own(tables.events).sort((a, b) => Number(a.id) - Number(b.id));
  const ofSession = events.filter(({ kind }) => kind === "session");
  const wasSet = (column: string) =>
    ofSession.some((event) => event.action === "changed" && column in event.new);
  const checkpoints = own(tables.checkpoints);
  const open = checkpoints.filter((row) => row.is_required && !row.is_complete);
  const waiverOf = ({ id }: Row) =>
    own(tables.waivers).find(({ checkpoint_id }) => checkpoint_id === id);
  const gates = new Set(checkpoints.map((row) => row.checkpoint_name));
  for (const gate of session.quality_gates ?? []) gates.add(gate);
  const verdict = own(tables.reviews)
    .filter((review) => review.verdict !== "comment")
    .sort(
      (a, b) =>
        time(a.created_at) - time(b.created_at) ||
        Number(a.seen_event_id) - Number(b.seen_event_id),
    )
    .at(-1);
  const version = Number(ofSession.at(-1)?.id ?? 0);
  const settled = verdict !== undefined && Number(verdict.seen_event_id) >= version;
  return {
    ...Object.fromEntries(
      scored.map((column) => [
        column,
        session[column] === 0 && !wasSet(column) ? null : session[column],
      ]),
    ),
    session_id: session.id,
    sd_id: session.sd_id,
    status: session.status,
    directive_title: directive?.title,
    target_application: directive?.target_application,
    gates_met: checkpoints.filter((row) => row.is_complete).length,
    gates_all: gates.size,
    open_required: open
      .filter((row) => !waiverOf(row))
      .map((row) => row.checkpoint_type)
      .sort(),
    waiver_ends_at:
      open
        .flatMap((row) => waiverOf(row)?.ends_at ?? [])
        .sort((a, b) => time(a) - time(b))
        .at(0) ?? null,
    agent_results: agentResults(session, own(tables.activations)),
    verdict: verdict?.verdict ?? null,
    waiting: session.status === "completed" && !settled,
    session_event_id: String(version),
    last_event_id: String(events.at(-1)?.id ?? 0),
  };
}

/** The columns of a directive's card that matter most. */
export function countDirective(directive: Row, tables: Tables): Row {
  const sessions = tables.sessions
    .filter(({ sd_id }) => sd_id === directive.id)
    .sort(
      (a, b) =>
        time(a.started_at ?? a.created_at) - time(b.started_at ?? b.created_at) ||
        (a.id < b.id ? -1 : 1),
    );
  const newest = sessions.at(-1);
  return {
    sd_id: directive.id,
    title: directive.title,
    status: directive.status,
    target_application: directive.target_application,
    sessions: sessions.length,
    newest_session_id: newest?.id ?? null,
    session_status: newest?.status ?? null,
    quality_score: newest ? countSession(newest, tables).quality_score : null,
  };
}

/** What a session's events, told in their order, say of its scores and status. */
export const told = (session: Row, { events }: Tables): Row =>
  Object.assign(
    {},
    ...events
      .filter((event) => event.kind === "session" && event.session_id === session.id)
      .sort((a, b) => Number(a.id) - Number(b.id))
      .map((event) => event.new),
  );
