// Agents that write by REST whatever happens, and know what was acknowledged.
import { expect } from "vitest";
import type { Sql } from "../../../scripts/backend/database.ts";
import type { Connection } from "./backend.ts";
import { service } from "./clients.ts";
import { directiveRow } from "./rows.ts";

const DONE = 100;

/** Each moves its session forward step by step; at the end comes the next one. */
export function makeAgent(connection: () => Connection) {
  /** How far each of its sessions is known to have come. */
  const acknowledged = new Map<string, number>();
  const client = () => service(connection());
  let session: string | undefined;
  let directive: string | undefined;

  /** One step; false where it is not known whether it was done. */
  async function step(): Promise<boolean> {
    if (!directive) {
      const row = directiveRow();
      const { error } = await client().from("strategic_directives_v2").insert(row);
      if (!error) directive = row.id;
      return !error;
    }
    const sessions = client().from("exec_implementation_sessions");
    if (!session) {
      const row = { sd_id: directive, implementation_type: "UI_COMPONENT" };
      const { data, error } = await sessions.insert(row).select("id").single();
      // What may be there already is left to itself.
      if (error) {
        directive = undefined;
        return false;
      }
      session = String(data.id);
      acknowledged.set(session, 0);
      return true;
    }
    const next = (acknowledged.get(session) ?? 0) + 1;
    const values = { implementation_progress: next, quality_score: next };
    const { error } = await sessions.update(values).eq("id", session);
    if (error) return false;
    acknowledged.set(session, next);
    if (next === DONE) session = directive = undefined;
    return true;
  }

  return {
    acknowledged,
    /** Until a write fails, as all do that a kill cuts off. */
    async writeUntilFault(): Promise<void> {
      while (await step());
    },
    /** For so long, whatever fails; how many writes did. */
    async writeFor(milliseconds: number): Promise<number> {
      const end = Date.now() + milliseconds;
      let failed = 0;
      while (Date.now() < end) {
        if (await step()) continue;
        failed++;
        await new Promise((done) => setTimeout(done, 50));
      }
      return failed;
    },
  };
}
export type Agent = ReturnType<typeof makeAgent>;

/** Everything acknowledged is there, at most the one write beyond it, and what is derived fits. */
export async function expectWhole(sql: Sql, agents: Agent[]) {
  const known = new Map(agents.flatMap(({ acknowledged }) => [...acknowledged]));
  const ids = [...known.keys()];
  const rows = await sql`
    select s.id, s.implementation_progress as at, c.implementation_progress as card, e.steps, e.moves, e.created
    from public.exec_implementation_sessions s
    left join public.exec_session_cards c on c.session_id = s.id
    left join lateral (
      select count(*) filter (where action = 'created')::int as created,
        count(*) filter (where new ? 'implementation_progress' and action = 'changed')::int as moves,
        count(distinct new ->> 'implementation_progress') filter (where action = 'changed')::int as steps
      from public.exec_session_events where session_id = s.id and kind = 'session'
    ) e on true
    where s.id = any (${ids}::uuid[])`;
  expect(rows.length, "sessions that were acknowledged").toBe(ids.length);
  const wrong = rows.filter(({ id, at, card, steps, moves, created }) => {
    const least = known.get(id) ?? 0;
    return (
      at < least || at > least + 1 || card !== at || steps !== at || moves !== at || created !== 1
    );
  });
  expect(wrong).toEqual([]);
  expect([...(await sql`select * from exhibit.card_differences()`)]).toEqual([]);
  expect([...(await sql`select * from exhibit.count_differences()`)]).toEqual([]);
}
