// What the triggers keep, as the database's owner sees it.
import type { Sql } from "../../../scripts/backend/database.ts";

type Row = Record<string, unknown>;

export type Event = {
  id: number;
  session_id: string;
  sd_id: string;
  actor: string | null;
  kind: string;
  action: string;
  record_id: string;
  label: string | null;
  old: Row | null;
  new: Row | null;
  note: string | null;
  derived: boolean;
  at: Date;
};

/** The events of a session, oldest first. */
export async function eventsOf(sql: Sql, sessionId: string): Promise<Event[]> {
  const found = await sql`
    select * from public.exec_session_events where session_id = ${sessionId} order by id`;
  return found.map((row) => ({ ...row, id: Number(row.id) }) as Event);
}

/** The events that some work leaves, of one session. */
export async function eventsAfter(sql: Sql, sessionId: string, work: () => Promise<unknown>) {
  const last = (await eventsOf(sql, sessionId)).at(-1)?.id ?? 0;
  await work();
  return (await eventsOf(sql, sessionId)).filter(({ id }) => id > last);
}

/** A session's card; undefined where there is none. */
export async function cardOf(sql: Sql, sessionId: string): Promise<Row> {
  const [card] = await sql`
    select * from public.exec_session_cards where session_id = ${sessionId}`;
  return card as Row;
}

export async function directiveCardOf(sql: Sql, sdId: string): Promise<Row> {
  const [card] = await sql`select * from public.exec_directive_cards where sd_id = ${sdId}`;
  return card as Row;
}

/**
 * Cards that are not what a rebuild would make of them, as "session <id>" or "directive <id>"; of
 * all, or of these directives and their sessions: some files of tests put the shared ones wrong.
 */
export async function staleCards(sql: Sql, sdIds?: string[]): Promise<string[]> {
  const found = await sql`
    select card, id from exhibit.card_differences()
    where ${!sdIds} or id = any (${sdIds ?? []}) or id in (
      select session_id::text from public.exec_session_cards where sd_id = any (${sdIds ?? []})
      union all
      select id::text from public.exec_implementation_sessions where sd_id = any (${sdIds ?? []}))
    order by 1, 2`;
  return found.map(({ card, id }) => `${card} ${id}`);
}

/** Changes a session's row. */
export const change = (sql: Sql, id: string, values: Row) =>
  sql`update public.exec_implementation_sessions set ${sql(values)} where id = ${id}`;
