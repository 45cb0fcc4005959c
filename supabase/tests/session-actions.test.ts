// What people do to a session, and what the rows and the history say afterwards.
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { act, makeMember, newest, stateOf } from "./support/acting.ts";
import { cardOf, change, eventsAfter, eventsOf, staleCards } from "./support/cards.ts";
import { owner } from "./support/clients.ts";
import { makeDirective, makeSession } from "./support/rows.ts";

const sql = owner();
let me: string;
let admin: string;
let id: string;
let sd_id: string;

beforeAll(async () => {
  me = await makeMember(sql, "reviewer", "Rosa");
  admin = await makeMember(sql, "admin");
});
beforeEach(async () => {
  ({ id, sd_id } = await makeSession(sql));
});

const rowOf = async (table: string, key: string) => {
  const [row] = await sql`select * from ${sql(`public.${table}`)} where id = ${key}`;
  return row;
};
const session = () => rowOf("exec_implementation_sessions", id);
const directive = () => rowOf("strategic_directives_v2", sd_id);
const move = async (p_from: string, p_to: string, p_reason?: string, seen?: number) =>
  act("change_session_status", {
    p_actor: me,
    p_session_id: id,
    p_seen: seen ?? (await newest(sql, id)),
    p_from,
    p_to,
    p_reason,
  });

describe("to start", () => {
  const start = (given: Record<string, unknown>) =>
    act("start_session", { p_actor: me, p_type: "UI_COMPONENT", ...given });

  test("makes a session with its gates and checkpoints, in the starter's name", async () => {
    const sd = await makeDirective(sql);
    await sql`insert into public.product_requirements_v2 (id, sd_id, title) values (${`PRD-${sd}`}, ${sd}, 't')`;
    const p_id = randomUUID();
    const given = { p_id, p_sd_id: sd, p_prd_id: `PRD-${sd}`, p_gates: ["Signed off"] };
    expect(await start(given)).toBe("done");
    expect(await rowOf("exec_implementation_sessions", p_id)).toMatchObject({
      sd_id: sd,
      prd_id: `PRD-${sd}`,
      status: "active",
      implementation_type: "UI_COMPONENT",
      quality_gates: ["Signed off"],
      quality_score: 0,
      completed_at: null,
    });
    expect(await cardOf(sql, p_id)).toMatchObject({ gates_all: 7, quality_score: null });
    expect(await eventsOf(sql, p_id)).toMatchObject([{ action: "created", actor: me, note: null }]);
    // Sent again, also once it was paused and another one was started.
    expect(await start(given)).toBe("done");
    await change(sql, p_id, { status: "paused" });
    await makeSession(sql, { sd_id: sd });
    expect(await start(given)).toBe("done");
    expect(await eventsOf(sql, p_id)).toHaveLength(2);
  });

  test("is refused where one is active, and with another directive's PRD", async () => {
    const other = await makeDirective(sql);
    await sql`insert into public.product_requirements_v2 (id, sd_id, title) values (${`PRD-${other}`}, ${other}, 't')`;
    const before = await stateOf(sql, sd_id);
    expect(await start({ p_id: randomUUID(), p_sd_id: sd_id })).toBe(
      "23505 idx_exec_sessions_sd_active",
    );
    for (const p_prd_id of [`PRD-${other}`, "PRD-NOWHERE"]) {
      expect(await start({ p_id: randomUUID(), p_sd_id: sd_id, p_prd_id })).toBe(
        "PT422 prd_of_other",
      );
    }
    expect(await stateOf(sql, sd_id)).toEqual(before);
  });
});

describe("a status", () => {
  test("pauses and goes on, each with who did it and why", async () => {
    const events = await eventsAfter(sql, id, async () => {
      expect(await move("active", "paused", "Waits for the design")).toBe("done");
      expect(await move("paused", "active")).toBe("done");
      expect(await move("active", "failed", "No way")).toBe("done");
    });
    expect(events).toMatchObject([
      { old: { status: "active" }, new: { status: "paused" }, note: "Waits for the design" },
      { old: { status: "paused" }, new: { status: "active" }, note: null },
      { old: { status: "active" }, new: { status: "failed" }, note: "No way" },
    ]);
    for (const event of events) expect(event).toMatchObject({ actor: me, kind: "session" });
    expect((await session())?.completed_at).toBeNull();
  });

  test.each([
    [75, "implementation_complete"],
    [74, "implementation_review_required"],
    [0, "implementation_review_required"],
  ])("completed at %i dates the end and makes the directive %s", async (score, status) => {
    await change(sql, id, { quality_score: score });
    const seen = await newest(sql, id);
    expect(await move("active", "completed", "Looks done", seen)).toBe("done");
    const { completed_at } = (await session()) ?? {};
    expect(Math.abs(completed_at?.getTime() - Date.now())).toBeLessThan(20_000);
    expect((await directive())?.status).toBe(status);
    expect(await cardOf(sql, id)).toMatchObject({ waiting: true, ended_at: completed_at });
    const [event] = await sql`
      select actor, note, new from public.exec_session_events
      where sd_id = ${sd_id} and kind = 'directive' order by id desc limit 1`;
    expect(event).toMatchObject({ actor: me, note: "Looks done", new: { status } });
    const before = await stateOf(sql, sd_id);
    expect(await move("active", "completed", "Looks done", seen), "sent twice").toBe("PT409 moved");
    expect(await stateOf(sql, sd_id)).toEqual(before);
  });

  test.each(["implementation_complete", "implementation_review_required"])(
    "reopened has no end, and the directive that was %s is in progress",
    async (status) => {
      await change(sql, id, { status: "completed", completed_at: new Date() });
      await sql`update public.strategic_directives_v2 set status = ${status} where id = ${sd_id}`;
      const [event] = await eventsAfter(sql, id, async () => {
        expect(await move("completed", "active", "A gate is open")).toBe("done");
      });
      expect(event).toMatchObject({ actor: me, note: "A gate is open" });
      expect(event?.new).toEqual({ status: "active", completed_at: null });
      expect(await session()).toMatchObject({ status: "active", completed_at: null });
      expect((await directive())?.status).toBe("in_progress");
      expect(await cardOf(sql, id)).toMatchObject({ waiting: false, ended_at: null });
    },
  );

  test("reopened leaves a directive that somebody moved elsewhere, or that it had not completed", async () => {
    await change(sql, id, { status: "completed" });
    await sql`update public.strategic_directives_v2 set status = 'archived' where id = ${sd_id}`;
    expect(await move("completed", "active", "r")).toBe("done");
    expect((await directive())?.status).toBe("archived");
    await sql`update public.strategic_directives_v2 set status = 'implementation_complete' where id = ${sd_id}`;
    expect(await move("active", "failed")).toBe("done");
    expect(await move("failed", "active", "r")).toBe("done");
    expect((await directive())?.status).toBe("implementation_complete");
  });

  test("is refused where the directive has that one already, with nothing changed", async () => {
    await change(sql, id, { status: "failed" });
    const second = await makeSession(sql, { sd_id });
    id = second.id;
    const before = await stateOf(sql, sd_id);
    expect(await move("active", "failed")).toBe(
      "23505 exec_implementation_sessions_sd_id_status_key",
    );
    expect(await move("active", "done")).toBe("23514 exec_implementation_sessions_status_check");
    expect(await move("paused", "active"), "not as it is").toBe("PT409 moved");
    expect(await stateOf(sql, sd_id)).toEqual(before);
  });
});

test("a deletion takes all of it and leaves the history, in the admin's name", async () => {
  await sql`update public.exec_quality_checkpoints set is_complete = true where session_id = ${id}`;
  const remove = async (p_seen: number) =>
    act("delete_session", { p_actor: admin, p_session_id: id, p_seen });
  const seen = await newest(sql, id);
  expect(await remove(seen)).toBe("done");
  expect(await session()).toBeUndefined();
  expect(await cardOf(sql, id)).toBeUndefined();
  const events = (await eventsOf(sql, id)).filter(({ action }) => action === "deleted");
  expect(events.map(({ kind }) => kind).sort()).toEqual([
    "checkpoint",
    "checkpoint",
    "checkpoint",
    "session",
  ]);
  for (const event of events) expect(event.actor).toBe(admin);
  expect(await remove(seen), "sent twice").toBe("PT404 gone");
  expect(await staleCards(sql, [sd_id])).toEqual([]);
});
