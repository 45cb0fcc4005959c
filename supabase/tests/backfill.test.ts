// What Exhibit concludes from sessions that were there before it, and how it goes on from there.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listMigrations, migrate } from "../../scripts/backend/database.ts";
import { cardOf, change, directiveCardOf, eventsOf, staleCards } from "./support/cards.ts";
import { scratchDatabase } from "./support/scratch.ts";

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.sql`, import.meta.url), "utf8");
const session = (n: number) => `00000000-0000-4000-8000-0000000000${n}`;
const day = (text: string) => new Date(`2026-${text}T00:00:00Z`);

async function migrated() {
  const { sql } = await scratchDatabase();
  await sql.unsafe(fixture("existing") + fixture("sessions"));
  expect(await migrate(sql, () => {})).toBe(listMigrations().length);
  return sql;
}

test("rows that are there become events in the order of their time", async () => {
  const sql = await migrated();
  const told = async (n: number) =>
    (await eventsOf(sql, session(n))).map((event) => {
      expect(event).toMatchObject({ derived: true, actor: null });
      return [event.at, event.kind, event.action, event.label, event.new];
    });
  expect(await told(11)).toEqual([
    [day("10-01"), "session", "created", null, { implementation_type: "UI_COMPONENT" }],
    [
      day("10-02"),
      "checkpoint",
      "changed",
      "Done",
      { is_complete: true, completed_by: "an agent" },
    ],
    [
      new Date("2026-10-02T12:00:00Z"),
      "activation",
      "created",
      "SECURITY",
      { execution_status: "FAIL", severity: "HIGH" },
    ],
    [
      new Date("2026-10-02T14:00:00Z"),
      "activation",
      "created",
      "TESTING",
      { execution_status: "PASS", severity: "LOW" },
    ],
    [day("10-03"), "session", "changed", null, { status: "completed" }],
    [day("10-05"), "handoff", "created", null, { handoff_status: "preparing" }],
    [day("10-06"), "handoff", "changed", null, { handoff_status: "sent" }],
    [day("10-07"), "handoff", "changed", null, { handoff_status: "accepted" }],
  ]);
  const short = async (n: number) =>
    (await told(n)).map(([at, kind, action]) => [at, `${kind} ${action}`]);
  expect(await short(12)).toEqual([
    [day("10-02"), "session created"],
    [day("10-05"), "session changed"],
    [day("10-06"), "handoff created"],
  ]);
  // Nobody knows when: updated_at is no later than the start.
  expect(await short(13)).toEqual([[day("10-02"), "session created"]]);
  expect(await short(14)).toEqual([
    [day("09-30"), "session changed"],
    [day("10-06"), "session created"],
  ]);
  expect(await short(15)).toEqual([]);
  expect(await short(16)).toHaveLength(1);
  expect(await short(17)).toEqual([[day("10-07"), "session created"]]);
  const all = await sql`select at from public.exec_session_events order by id`;
  const times = all.map(({ at }) => at.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test("every session and directive has its card", async () => {
  const sql = await migrated();
  const [count] = await sql`
    select (select count(*)::int from public.exec_session_cards) as sessions,
      (select count(*)::int from public.exec_directive_cards) as directives`;
  expect({ ...count }).toEqual({ sessions: 8, directives: 11 });
  const ends = await sql`
    select ended_at::text from public.exec_session_cards where session_id >= ${session(11)} order by session_id`;
  expect(ends.map(({ ended_at }) => ended_at?.slice(0, 10))).toEqual([
    "2026-10-03",
    "2026-10-05",
    undefined,
    "2026-09-30",
    "infinity",
    undefined,
    undefined,
  ]);
  expect(await cardOf(sql, session(11))).toMatchObject({
    quality_score: 90,
    security_score: null,
    gates_met: 2,
    gates_all: 3,
    open_required: ["SECURITY"],
    agent_results: ["SECURITY:FAIL", "TESTING:PASS"],
    waiting: true,
    reasons: ["agent_failed_high", "unbacked", "required_open", "unfinished"],
    target_application: "EHG",
  });
  expect(await cardOf(sql, session(13))).toMatchObject({ quality_score: null, status: "failed" });
  expect((await cardOf(sql, session(14))).reasons).toContain("ended_before_start");
  expect(await directiveCardOf(sql, "SD-OLD-11")).toMatchObject({
    sessions: 1,
    newest_session_id: session(11),
    quality_score: 90,
  });
  expect(await directiveCardOf(sql, "SD-OLD-19")).toMatchObject({ sessions: 0 });
  expect(await staleCards(sql)).toEqual([]);
});

test("what a value was before its first witnessed change is told with that change", async () => {
  const sql = await migrated();
  await change(sql, session(11), { quality_score: 70, security_score: 40 });
  const steps =
    await sql`select at, changes from public.session_history(array[${session(11)}::uuid])`;
  expect(steps.map(({ changes }) => changes)).toEqual([
    { status: "completed" },
    // Its security score was an untouched 0.
    { quality_score: 90 },
    { quality_score: 70, security_score: 40 },
  ]);
  expect(steps[1]?.at).toEqual(steps[2]?.at);
});

test("afterwards events are witnessed, and a zero that somebody sets is a score", async () => {
  const sql = await migrated();
  await change(sql, session(17), { quality_score: 0, security_score: 0 });
  const newest = (await eventsOf(sql, session(17))).at(-1);
  expect(newest).toMatchObject({ derived: false, action: "changed", new: { quality_score: 0 } });
  expect(await cardOf(sql, session(17))).toMatchObject({
    quality_score: 0,
    security_score: null,
    session_event_id: String(newest?.id),
  });
  await change(sql, session(12), { branch_name: "ledger" });
  expect((await eventsOf(sql, session(12))).at(-1)?.new).toEqual({ branch_name: "ledger" });
  expect(await staleCards(sql)).toEqual([]);
});

test("migrating twice concludes nothing a second time", async () => {
  const sql = await migrated();
  const state = () =>
    sql`select to_jsonb(e)::text from public.exec_session_events e order by id`.values();
  const before = await state();
  expect(await migrate(sql, () => {})).toBe(0);
  expect(await state()).toEqual(before);
});
