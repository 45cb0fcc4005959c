// Several writers write at random; afterwards every card is what a count of the tables gives.
import { expect, test } from "vitest";
import { migrate } from "../../scripts/backend/database.ts";
import { staleCards } from "./support/cards.ts";
import { owner } from "./support/clients.ts";
import { poolIds, randomWriter } from "./support/random-writes.ts";
import { countDirective, countSession, readTables, told } from "./support/recount.ts";
import { directiveRow, makeDirective, makePeople, makeSession } from "./support/rows.ts";
import { scratchDatabase } from "./support/scratch.ts";

/** Unique, foreign key and check constraints; a deadlock or anything else is a fault of ours. */
const refusals = ["23505", "23503", "23514"];

async function migrated() {
  const database = await scratchDatabase();
  await migrate(database.sql, () => {});
  return database;
}

test("after 1,500 random writes by six writers every card equals a recount", async () => {
  // Another way each time; to go one again, put here what a failure has named.
  const seed = Math.floor(Math.random() * 2 ** 31);
  const { url } = await migrated();
  const sql = owner(url, 6);
  const directives = poolIds("SD-POOL");
  await sql`insert into public.strategic_directives_v2 ${sql(directives.map(directiveRow))}`;
  const people = await makePeople(sql, 3);
  const faults: string[] = [];
  let written = 0;
  await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      const write = randomWriter(sql, seed + n, directives, people);
      for (let turn = 0; turn < 250; turn++) {
        try {
          await write();
          written++;
        } catch (error) {
          const { code = "", message, detail, where } = error as Record<string, string | undefined>;
          if (!refusals.includes(code)) faults.push([code, message, detail, where].join("\n"));
        }
      }
    }),
  );
  const named = `seed ${seed}`;
  expect(faults, named).toEqual([]);
  expect(written, named).toBeGreaterThan(600);
  expect(await staleCards(sql), named).toEqual([]);

  const tables = await readTables(sql);
  expect(tables.sessions.length, named).toBeGreaterThan(0);
  const cards = await sql`select * from public.exec_session_cards`;
  expect(cards.length, named).toBe(tables.sessions.length);
  for (const session of tables.sessions) {
    const card = cards.find(({ session_id }) => session_id === session.id);
    expect(card, named).toMatchObject(countSession(session, tables));
    expect(session, named).toMatchObject(scoresIn(told(session, tables)));
  }
  expect([...(await sql`select * from exhibit.count_differences()`)], named).toEqual([]);
  const directiveCards = await sql`select * from public.exec_directive_cards`;
  expect(directiveCards.length, named).toBe(tables.directives.length);
  for (const directive of tables.directives) {
    const card = directiveCards.find(({ sd_id }) => sd_id === directive.id);
    expect(card, named).toMatchObject(countDirective(directive, tables));
  }
  await sql.end();
}, 60_000);

const scoresIn = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values).filter(([key]) => /_score$|_pct$|_progress$|^status$|^sd_id$/.test(key)),
  );

test("the comparison finds what a missing trigger leaves undone", async () => {
  const { sql } = await migrated();
  const { id, sd_id } = await makeSession(sql);
  const bare = await makeSession(sql);
  const free = await makeDirective(sql);
  const belongs = `'${id}', '${sd_id}'`;
  const activation = `insert into public.exec_sub_agent_activations
    (session_id, sd_id, sub_agent_type, activation_reason, execution_status, severity, summary)
    values (${belongs}, 'TESTING', 'r', 'PASS', 'LOW', 's')`;
  const review = (verdict: string) => `insert into public.exec_session_reviews
    (session_id, sd_id, verdict, seen_event_id, created_at)
    values (${belongs}, '${verdict}', 9999, clock_timestamp())`;
  const [waivable, waived] = await sql`
    select id from public.exec_quality_checkpoints where session_id = ${id} order by id`;
  const waiver = (checkpoint: unknown) => `insert into public.exec_checkpoint_waivers
    (checkpoint_id, session_id, sd_id, checkpoint_name, reason, ends_at)
    values ('${checkpoint}', ${belongs}, 'c', 'r', '2030-01-01')`;
  await sql.unsafe(waiver(waived?.id));
  await sql.unsafe(activation);
  await sql.unsafe(review("approve"));
  await sql`delete from public.exec_quality_checkpoints where session_id = ${bare.id}`;
  const writes: Record<string, string[]> = {
    exec_implementation_sessions: [
      `insert into public.exec_implementation_sessions (sd_id, implementation_type) values ('${free}', 'API_ENDPOINT')`,
      "update public.exec_implementation_sessions set quality_score = 5",
      // One without checkpoints, whose triggers would notice.
      `delete from public.exec_implementation_sessions where id = '${bare.id}'`,
    ],
    exec_quality_checkpoints: [
      `insert into public.exec_quality_checkpoints (session_id, sd_id, checkpoint_name, checkpoint_type) values (${belongs}, 'c', 'TESTING')`,
      "update public.exec_quality_checkpoints set is_complete = true",
      // One without a waiver, whose trigger would notice.
      `delete from public.exec_quality_checkpoints where id = '${waivable?.id}'`,
    ],
    exec_checkpoint_waivers: [
      waiver(waivable?.id),
      "update public.exec_checkpoint_waivers set ends_at = '2031-01-01'",
      "delete from public.exec_checkpoint_waivers",
      "truncate public.exec_checkpoint_waivers",
    ],
    exec_sub_agent_activations: [
      activation.replace("PASS", "FAIL"),
      "update public.exec_sub_agent_activations set execution_status = 'FAIL'",
      "delete from public.exec_sub_agent_activations",
    ],
    exec_session_reviews: [
      review("request_changes"),
      "update public.exec_session_reviews set verdict = 'request_changes'",
      "delete from public.exec_session_reviews",
    ],
    strategic_directives_v2: [
      `insert into public.strategic_directives_v2 (id, title, status, category, priority, description, rationale, scope)
       values ('SD-NEW', 't', 'draft', 'c', 'low', 'd', 'r', 's')`,
      "update public.strategic_directives_v2 set title = 'Another title'",
      `delete from public.strategic_directives_v2 where id = '${free}'`,
    ],
  };
  const unnoticed: string[] = [];
  for (const [table, statements] of Object.entries(writes)) {
    for (const statement of statements) {
      const what = statement.split(" ")[0];
      await sql
        .begin(async (tx) => {
          await tx.unsafe(`alter table public.${table} disable trigger exhibit_track_${what}`);
          await tx.unsafe(statement);
          const stale = await tx`select from exhibit.card_differences()`;
          if (stale.length === 0) unnoticed.push(`${what} ${table}`);
          await tx`select exhibit.rebuild_cards()`;
          expect(await tx`select from exhibit.card_differences()`).toHaveLength(0);
          throw new Error("taken back");
        })
        .catch(({ message }) => expect(message, statement).toBe("taken back"));
    }
  }
  expect(unnoticed).toEqual([]);
  expect(await staleCards(sql)).toEqual([]);
});
