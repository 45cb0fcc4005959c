// Checkpoints that people complete, waive for a while, and require again.
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { act, makeMember, newest, stateOf } from "./support/acting.ts";
import { cardOf, change, eventsAfter, staleCards } from "./support/cards.ts";
import { owner, person, service } from "./support/clients.ts";
import { makeSession } from "./support/rows.ts";

const sql = owner();
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
let me: string;
let admin: string;
let id: string;
let sd_id: string;
/** Of the session, by type: code quality twice and testing; all are required and open. */
let testing: string;

beforeAll(async () => {
  me = await makeMember(sql, "reviewer", "Rosa");
  admin = await makeMember(sql, "admin");
});
beforeEach(async () => {
  ({ id, sd_id } = await makeSession(sql, { quality_score: 90, test_coverage_pct: 80 }));
  const [found] = await sql`
    select id from public.exec_quality_checkpoints
    where session_id = ${id} and checkpoint_type = 'TESTING'`;
  testing = String(found?.id);
});

const waive = async (ends: Date, p_reason: unknown = "Not for a prototype", seen?: number) =>
  act("waive_checkpoint", {
    p_actor: admin,
    p_checkpoint_id: testing,
    p_seen: seen ?? (await newest(sql, id)),
    p_reason,
    p_ends_at: ends.toISOString(),
  });
const lift = async (seen?: number) =>
  act("lift_waiver", {
    p_actor: admin,
    p_checkpoint_id: testing,
    p_seen: seen ?? (await newest(sql, id)),
  });
const set = async (p_values: Record<string, unknown>, p_reason?: string) =>
  act("change_checkpoint", {
    p_actor: me,
    p_checkpoint_id: testing,
    p_seen: await newest(sql, id),
    p_values,
    p_reason,
  });
const card = async () => {
  const { open_required, waiver_ends_at, reasons, risk } = await cardOf(sql, id);
  return { open: open_required, ends: waiver_ends_at, reasons, risk };
};
const open = ["CODE_QUALITY", "CODE_QUALITY", "TESTING"];

describe("a waiver", () => {
  test("takes the checkpoint from those that are open, until it ends or is lifted", async () => {
    const ends = inDays(20);
    expect(await waive(ends)).toBe("done");
    expect(await card()).toMatchObject({ open: open.slice(0, 2), ends });
    expect(await waive(inDays(5), "Sooner")).toBe("done");
    const waivers = await sql`
      select * from public.exec_checkpoint_waivers where checkpoint_id = ${testing}`;
    expect(waivers).toMatchObject([{ session_id: id, sd_id, reason: "Sooner", waived_by: admin }]);
    expect(await lift()).toBe("done");
    expect(await card()).toMatchObject({ open, ends: null });
    expect(await staleCards(sql, [sd_id])).toEqual([]);
  });

  test("is told with its reason, by name of the checkpoint", async () => {
    const events = await eventsAfter(sql, id, async () => {
      await waive(inDays(20));
      await waive(inDays(10), "Sooner");
      await lift();
    });
    const same = { kind: "waiver", actor: admin, label: "Unit test coverage ≥80%" };
    expect(events).toMatchObject([
      { ...same, action: "created", note: "Not for a prototype", new: { waived_by: admin } },
      {
        ...same,
        action: "changed",
        note: "Sooner",
        old: { reason: "Not for a prototype" },
        new: { reason: "Sooner" },
      },
      { ...same, action: "deleted", note: null, old: { reason: "Sooner" } },
    ]);
  });

  test("makes up for a reason to look, and weighs 20 once it has ended", async () => {
    await sql`
      update public.exec_quality_checkpoints set is_complete = true
      where session_id = ${id} and id <> ${testing}`;
    await change(sql, id, { status: "completed", implementation_progress: 100 });
    expect(await card()).toMatchObject({ reasons: ["required_open"], risk: 20 });
    await waive(inDays(1));
    expect(await card()).toMatchObject({ open: [], reasons: [], risk: 0 });
    const app = `app-${randomUUID()}`;
    await sql`update public.strategic_directives_v2 set target_application = ${app} where id = ${sd_id}`;
    const { client } = await person("viewer");
    const attention = async () =>
      (await client.rpc("overview_attention", { p_applications: [app] })).data?.length;
    expect(await attention()).toBe(0);
    // Time goes by: nothing writes the card, and it is no stale one.
    await sql`
      update public.exec_checkpoint_waivers set ends_at = ${inDays(-1)} where checkpoint_id = ${testing}`;
    expect(await card()).toMatchObject({ open: [], risk: 0, ends: expect.any(Date) });
    expect(await attention()).toBe(1);
    await change(sql, id, { status: "failed" });
    expect(await attention(), "not once it no longer waits").toBe(0);
  });

  test("means nothing for what is complete or optional, and the first one to end counts", async () => {
    const ends = inDays(3);
    await waive(inDays(9));
    const [other] = await sql`
      select id from public.exec_quality_checkpoints where session_id = ${id} and id <> ${testing}`;
    const given = { p_actor: admin, p_reason: "r", p_ends_at: ends.toISOString() };
    const p_seen = await newest(sql, id);
    expect(await act("waive_checkpoint", { ...given, p_checkpoint_id: other?.id, p_seen })).toBe(
      "done",
    );
    expect(await card()).toMatchObject({ open: ["CODE_QUALITY"], ends });
    await sql`
      update public.exec_quality_checkpoints set is_complete = true where id = ${other?.id}`;
    expect((await card()).ends).not.toEqual(ends);
    await sql`update public.exec_quality_checkpoints set is_required = false where id = ${testing}`;
    expect(await card()).toMatchObject({ open: ["CODE_QUALITY"], ends: null });
    expect(await staleCards(sql, [sd_id])).toEqual([]);
  });

  test("stays behind where its checkpoint moves to another session, until it is waived there", async () => {
    await waive(inDays(9));
    const other = await makeSession(sql);
    const table = service().from("exec_quality_checkpoints");
    await table.delete().eq("session_id", other.id);
    await table.update({ session_id: other.id }).eq("id", testing);
    expect((await cardOf(sql, other.id)).open_required).toEqual(["TESTING"]);
    expect((await card()).ends).toBeNull();
    expect(await waive(inDays(9), "r", await newest(sql, other.id))).toBe("done");
    expect((await cardOf(sql, other.id)).open_required).toEqual([]);
    await sql`delete from public.exec_implementation_sessions where id = ${id}`;
    expect((await cardOf(sql, other.id)).open_required).toEqual([]);
    expect(await staleCards(sql, [sd_id, other.sd_id])).toEqual([]);
  });

  test.each<[string, unknown, Date]>([
    ["PT422 waiver_ended", "r", inDays(-1)],
    ["23514 exec_checkpoint_waivers_reason_check", " ", inDays(1)],
    ["23514 exec_checkpoint_waivers_reason_check", "x".repeat(2001), inDays(1)],
    ["23502", null, inDays(1)],
  ])("is refused with %s, and nothing is changed", async (refusal, reason, ends) => {
    const before = await stateOf(sql, sd_id);
    expect(await waive(ends, reason)).toBe(refusal);
    expect(await stateOf(sql, sd_id)).toEqual(before);
  });

  test("of two admins at once is one's: the other is told", async () => {
    const seen = await newest(sql, id);
    expect(await waive(inDays(2), "first", seen)).toBe("done");
    expect(await waive(inDays(3), "second", seen)).toBe("PT409 moved");
    expect(await lift(seen)).toBe("PT409 moved");
    const [waiver] = await sql`
      select reason from public.exec_checkpoint_waivers where checkpoint_id = ${testing}`;
    expect(waiver?.reason).toBe("first");
  });
});

test("a checkpoint is completed in the person's name, and opened again without one", async () => {
  const row = async () => {
    const [found] = await sql`
      select * from public.exec_quality_checkpoints where id = ${testing}`;
    return found;
  };
  const done = { is_complete: true, score: 88, evidence_url: "/a", completion_notes: "n" };
  expect(await set(done)).toBe("done");
  expect(await row()).toMatchObject({ ...done, completed_by: "Rosa" });
  const { completed_at } = (await row()) ?? {};
  expect(Math.abs(completed_at?.getTime() - Date.now())).toBeLessThan(20_000);
  expect(await set({ score: 90 })).toBe("done");
  expect(await row()).toMatchObject({ score: 90, completed_by: "Rosa", completed_at });
  const [event] = await eventsAfter(sql, id, async () => {
    expect(await set({ is_complete: false }, "The report is of last week")).toBe("done");
  });
  expect(event).toMatchObject({
    actor: me,
    note: "The report is of last week",
    label: "Unit test coverage ≥80%",
    old: { is_complete: true, completed_by: "Rosa" },
    new: { is_complete: false, completed_by: null, completed_at: null },
  });
  const before = await stateOf(sql, sd_id);
  expect(await set({ score: 101 })).toBe("23514 exec_quality_checkpoints_score_check");
  expect(await stateOf(sql, sd_id)).toEqual(before);
});
