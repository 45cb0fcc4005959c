// The events that writers leave who know nothing of them.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { migrate } from "../../scripts/backend/database.ts";
import { cardOf, change, eventsAfter, eventsOf } from "./support/cards.ts";
import { owner, service } from "./support/clients.ts";
import { makeSession } from "./support/rows.ts";
import { scratchDatabase } from "./support/scratch.ts";

const sql = owner();
const agent = service();
let session: { id: string; sd_id: string };

beforeEach(async () => {
  session = await makeSession(sql);
});

const belongs = () => ({ id: randomUUID(), session_id: session.id, sd_id: session.sd_id });
type Kind = {
  table: string;
  row: Record<string, unknown>;
  change: Record<string, unknown>;
  label: string | null;
};
const kinds: Record<string, Kind> = {
  checkpoint: {
    table: "exec_quality_checkpoints",
    row: { checkpoint_name: "Smoke test", checkpoint_type: "TESTING" },
    change: { is_complete: true },
    label: "Smoke test",
  },
  activation: {
    table: "exec_sub_agent_activations",
    row: {
      sub_agent_type: "SECURITY",
      activation_reason: "r",
      execution_status: "PASS",
      severity: "LOW",
      summary: "s",
    },
    change: { execution_status: "FAIL" },
    label: "SECURITY",
  },
  handoff: {
    table: "exec_handoff_preparations",
    row: { implementation_summary: "s" },
    change: { handoff_status: "sent" },
    label: null,
  },
  review: {
    table: "exec_session_reviews",
    row: { verdict: "comment", seen_event_id: 1 },
    change: { body: "b" },
    label: null,
  },
};

describe("each write leaves one event", () => {
  test.each(Object.entries(kinds))("of a %s, by the service key", async (kind, sample) => {
    const row = { ...belongs(), ...sample.row };
    const events = await eventsAfter(sql, session.id, async () => {
      const table = () => agent.from(sample.table);
      for (const { error } of [
        await table().insert(row),
        await table().update(sample.change).eq("id", row.id),
        await table().delete().eq("id", row.id),
      ])
        expect(error).toBeNull();
    });
    const same = { kind, record_id: row.id, label: sample.label, sd_id: session.sd_id };
    expect(events).toMatchObject([
      { ...same, action: "created", old: null },
      { ...same, action: "changed", new: sample.change },
      { ...same, action: "deleted", old: { ...row, ...sample.change }, new: null },
    ]);
    expect(Object.keys(events[1]?.old ?? {})).toEqual(Object.keys(sample.change));
    for (const event of events) {
      expect(event).toMatchObject({ actor: null, derived: false });
      expect(Math.abs(event.at.getTime() - Date.now())).toBeLessThan(10_000);
    }
  });

  test("of a session, with what it was and what it is", async () => {
    const id = randomUUID();
    const events = await eventsAfter(sql, id, async () => {
      await agent.from("exec_implementation_sessions").insert({
        id,
        sd_id: session.sd_id,
        status: "paused",
        implementation_type: "API_ENDPOINT",
      });
      const table = agent.from("exec_implementation_sessions");
      await table.update({ quality_score: 80, updated_at: new Date() }).eq("id", id);
      await change(sql, id, { quality_score: null, prd_id: null });
    });
    expect(events).toMatchObject([
      { kind: "session", action: "created", record_id: id, old: null },
      { action: "changed", old: { quality_score: 0 }, new: { quality_score: 80 } },
      { action: "changed", old: { quality_score: 80 }, new: { quality_score: null } },
    ]);
    expect(events[0]?.new).toMatchObject({ status: "paused", implementation_type: "API_ENDPOINT" });
    expect(events[0]?.new).not.toHaveProperty("sub_agent_results");
    expect(Object.keys(events[1]?.new ?? {})).toEqual(["quality_score"]);
    expect(events.map(({ id }) => id)).toEqual(events.map(({ id }) => id).sort((a, b) => a - b));
  });

  test("and none where nothing changed but updated_at", async () => {
    const events = await eventsAfter(sql, session.id, async () => {
      await change(sql, session.id, { quality_score: 0 });
      await change(sql, session.id, { updated_at: new Date("2026-01-01") });
      await change(sql, randomUUID(), { quality_score: 5 });
    });
    expect(events).toEqual([]);
  });

  test("an upsert leaves that of what it did", async () => {
    const row = { ...belongs(), checkpoint_name: "Mine", checkpoint_type: "TESTING" };
    const upsert = (values: object) =>
      agent
        .from("exec_quality_checkpoints")
        .upsert({ ...row, ...values }, { onConflict: "session_id,checkpoint_name" });
    const events = await eventsAfter(sql, session.id, async () => {
      for (const values of [{}, {}, { score: 50 }]) expect((await upsert(values)).error).toBeNull();
    });
    expect(events).toMatchObject([
      { action: "created", label: "Mine" },
      { action: "changed", new: { score: 50 } },
    ]);
    expect(events).toHaveLength(2);
  });

  test("a checkpoint by hand does, one that the session's own trigger makes does not", async () => {
    expect((await eventsOf(sql, session.id)).map(({ kind }) => kind)).toEqual(["session"]);
    const by = (row: object) =>
      sql`insert into public.exec_quality_checkpoints ${sql({ ...belongs(), checkpoint_type: "TESTING", ...row })}`;
    const events = await eventsAfter(sql, session.id, () => by({ checkpoint_name: "By hand" }));
    expect(events).toMatchObject([{ kind: "checkpoint", action: "created", label: "By hand" }]);
  });
});

describe("many rows in one statement", () => {
  test("leave an event each: 500 sessions inserted, changed and deleted", async () => {
    const database = await scratchDatabase();
    await migrate(database.sql, () => {});
    const count = async (action: string) => {
      const [row] = await database.sql`
        select count(*)::int as events, count(distinct session_id)::int as sessions
        from public.exec_session_events where kind = 'session' and action = ${action}`;
      return { ...row };
    };
    await database.sql`
      insert into public.strategic_directives_v2 (id, title, status, category, priority, description, rationale, scope)
      select 'SD-' || n, 't', 'draft', 'c', 'low', 'd', 'r', 's' from generate_series(1, 500) n`;
    await database.sql`
      insert into public.exec_implementation_sessions (sd_id, implementation_type)
      select 'SD-' || n, 'GENERAL_FEATURE' from generate_series(1, 500) n`;
    await database.sql`update public.exec_implementation_sessions set implementation_progress = 10`;
    expect(await count("created")).toEqual({ events: 500, sessions: 500 });
    expect(await count("changed")).toEqual({ events: 500, sessions: 500 });
    const [cards] = await database.sql`
      select count(*)::int as cards from public.exec_session_cards where implementation_progress = 10`;
    expect(cards?.cards).toBe(500);
    await database.sql`delete from public.exec_implementation_sessions where sd_id < 'SD-2'`;
    expect((await count("deleted")).events).toBe(111);
  });

  test("through the API too", async () => {
    const rows = Array.from({ length: 50 }, (_, n) => ({
      ...belongs(),
      checkpoint_name: `Check ${n}`,
      checkpoint_type: "TESTING",
    }));
    const events = await eventsAfter(sql, session.id, async () =>
      agent.from("exec_quality_checkpoints").insert(rows),
    );
    expect(events.map(({ label }) => label)).toEqual(rows.map((row) => row.checkpoint_name));
    expect(await cardOf(sql, session.id)).toMatchObject({ gates_all: 53 });
  });
});

describe("a deletion", () => {
  test("keeps the session's row and those that went with it, whole", async () => {
    const long = "x".repeat(5000);
    await change(sql, session.id, { performance_metrics: sql.json({ long }) });
    for (const { table, row } of Object.values(kinds)) {
      await sql`insert into ${sql(`public.${table}`)} ${sql({ ...belongs(), ...row })}`;
    }
    const events = await eventsAfter(sql, session.id, async () =>
      agent.from("exec_implementation_sessions").delete().eq("id", session.id),
    );
    expect(new Set(events.map(({ action }) => action))).toEqual(new Set(["deleted"]));
    const of = (kind: string) => events.filter((event) => event.kind === kind);
    expect(of("checkpoint")).toHaveLength(4);
    for (const [kind, { row }] of Object.entries(kinds)) {
      expect(of(kind).map((event) => event.old)).toContainEqual(expect.objectContaining(row));
    }
    expect(of("session")).toMatchObject([
      { record_id: session.id, old: { ...session, performance_metrics: { long } }, new: null },
    ]);
    expect(await cardOf(sql, session.id)).toBeUndefined();
  });

  test("by emptying the tables leaves the history and no cards", async () => {
    const database = await scratchDatabase();
    await migrate(database.sql, () => {});
    const kept = await makeSession(database.sql);
    await database.sql`truncate public.exec_implementation_sessions cascade`;
    expect(await cardOf(database.sql, kept.id)).toBeUndefined();
    expect(await eventsOf(database.sql, kept.id)).toHaveLength(1);
    const [directive] = await database.sql`select * from public.exec_directive_cards`;
    expect(directive).toMatchObject({ sessions: 0, newest_session_id: null });
    await database.sql`truncate public.strategic_directives_v2 cascade`;
    expect(await database.sql`select from public.exec_directive_cards`).toHaveLength(0);
  });
});

test("a long value is kept by its size, a short one as it is", async () => {
  const events = await eventsAfter(sql, session.id, async () => {
    await change(sql, session.id, { performance_metrics: sql.json({ a: "x".repeat(3000) }) });
    await change(sql, session.id, { performance_metrics: sql.json({ a: 1 }) });
  });
  const omitted = { performance_metrics: { omitted: expect.any(Number) } };
  expect(events).toMatchObject([
    { old: { performance_metrics: {} }, new: omitted },
    { old: omitted, new: { performance_metrics: { a: 1 } } },
  ]);
});
