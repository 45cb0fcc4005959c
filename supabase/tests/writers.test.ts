// Many writers at once: none fails, none queues behind a row that is not its own, no card is stale.
import { afterAll, describe, expect, test } from "vitest";
import { cardOf, change, eventsOf, staleCards } from "./support/cards.ts";
import { owner, service } from "./support/clients.ts";
import { directiveRow, makeSession } from "./support/rows.ts";
import { open } from "./support/transactions.ts";
import { unique } from "./support/unique.ts";

const sql = owner(undefined, 8);
const agent = service();
const prefix = unique("SD-W").slice(0, 12);

// Other files compare whole tables; these rows would make them slow.
afterAll(async () => {
  for (const table of ["exec_implementation_sessions", "exec_session_events"]) {
    await sql`delete from ${sql(`public.${table}`)} where sd_id like ${`${prefix}%`}`;
  }
  await sql`delete from public.strategic_directives_v2 where id like ${`${prefix}%`}`;
});

const directives = async (count: number) => {
  const made = Array.from({ length: count }, (_, n) => directiveRow(`${prefix}-${unique(`${n}`)}`));
  await sql`insert into public.strategic_directives_v2 ${sql(made)}`;
  return made.map(({ id }) => id);
};

/** Twenty writers take from one list until it is empty. */
async function twenty<T>(work: T[], write: (item: T) => PromiseLike<{ error: unknown }>) {
  const left = [...work];
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) {
        expect((await write(item)).error).toBeNull();
      }
    }),
  );
}

describe("twenty writers", () => {
  test("insert and change two hundred sessions while one row is held by somebody else", async () => {
    const ids = await directives(200);
    const [held = ""] = await directives(1);
    const own = await makeSession(sql, { sd_id: held });
    const other = await open(sql, (tx) => change(tx, own.id, { quality_score: 50 }));
    const sessions = () => agent.from("exec_implementation_sessions");
    await twenty(ids, (sd_id) => sessions().insert({ sd_id, implementation_type: "UI_COMPONENT" }));
    await twenty(ids, (sd_id) =>
      sessions().update({ status: "completed", quality_score: 90 }).eq("sd_id", sd_id),
    );
    // All are through, and it is still held.
    await other.commit();
    const [cards] = await sql`
      select count(*)::int as cards from public.exec_session_cards
      where sd_id = any (${ids}) and status = 'completed' and quality_score = 90 and gates_all = 6`;
    expect(cards?.cards).toBe(200);
    const events = await sql`
      select kind, action, count(*)::int as events from public.exec_session_events
      where sd_id = any (${ids}) group by 1, 2 order by 1, 2`;
    expect(events.map(({ kind, action, events: n }) => `${kind} ${action} ${n}`)).toEqual([
      // The completion moves it.
      "directive changed 200",
      "directive created 200",
      "session changed 200",
      "session created 200",
    ]);
    expect(await staleCards(sql, ids)).toEqual([]);
  }, 60_000);

  test("change the five sessions of one directive", async () => {
    const [sd_id = ""] = await directives(1);
    const made: string[] = [];
    for (const status of ["active", "paused", "completed", "failed", "cancelled"]) {
      made.push((await makeSession(sql, { sd_id, status })).id);
    }
    const writes = Array.from({ length: 100 }, (_, n) => ({ id: made[n % 5] ?? "", score: n + 1 }));
    await twenty(writes, ({ id, score }) =>
      agent.from("exec_implementation_sessions").update({ quality_score: score }).eq("id", id),
    );
    for (const id of made) expect(await eventsOf(sql, id)).toHaveLength(21);
    expect(await staleCards(sql, [sd_id])).toEqual([]);
  });

  test("write checkpoints of one session", async () => {
    const [sd_id = ""] = await directives(1);
    const { id } = await makeSession(sql, { sd_id });
    const names = Array.from({ length: 60 }, (_, n) => `Check ${n}`);
    const row = { session_id: id, sd_id, checkpoint_type: "TESTING", is_complete: true };
    await twenty(names, (checkpoint_name) =>
      agent.from("exec_quality_checkpoints").insert({ ...row, checkpoint_name }),
    );
    expect(await cardOf(sql, id)).toMatchObject({ gates_met: 60, gates_all: 63 });
    expect(await staleCards(sql, [sd_id])).toEqual([]);
  });

  test("leave versions that only rise: nothing is committed below one that was seen", async () => {
    const [sd_id = ""] = await directives(1);
    const { id } = await makeSession(sql, { sd_id });
    const seen = new Set<number>();
    const below: number[] = [];
    let writing = true;
    const watch = async () => {
      let version = 0;
      while (writing) {
        const events = (await eventsOf(sql, id)).map((event) => event.id);
        for (const event of events) {
          if (event < version && !seen.has(event)) below.push(event);
          seen.add(event);
        }
        version = Math.max(version, ...events);
      }
    };
    const watching = watch();
    const [checkpoint] = await sql`
      select id from public.exec_quality_checkpoints where session_id = ${id} limit 1`;
    // Of two tables, so that they do not wait for each other's row.
    await twenty(
      Array.from({ length: 200 }, (_, n) => n),
      (n) =>
        n % 2
          ? agent
              .from("exec_implementation_sessions")
              .update({ quality_score: n % 100 })
              .eq("id", id)
          : agent
              .from("exec_quality_checkpoints")
              .update({ score: n % 100 })
              .eq("id", checkpoint?.id),
    );
    writing = false;
    await watching;
    expect(below).toEqual([]);
  });
});
