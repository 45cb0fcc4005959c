// Why a session needs attention, and whether it waits for a reviewer.
import { beforeEach, describe, expect, test } from "vitest";
import { cardOf, change, eventsOf } from "./support/cards.ts";
import { owner, person, service } from "./support/clients.ts";
import { makeSession } from "./support/rows.ts";

const sql = owner();
let id: string;
let sd_id: string;

beforeEach(async () => {
  ({ id, sd_id } = await makeSession(sql));
});

const card = () => cardOf(sql, id);
const set = (values: Record<string, unknown>) => change(sql, id, values);
const results = (...statuses: string[]) =>
  sql.json(statuses.map((status) => ({ sub_agent_type: "TESTING", status })));
const complete = () =>
  sql`update public.exec_quality_checkpoints set is_complete = true where session_id = ${id}`;

type Values = Record<string, unknown>;
const backed = { test_coverage_pct: 90 };
const done = { status: "completed", quality_score: 80, implementation_progress: 100 };

/** Code, weight, what brings it (and what else comes along), what takes it away. */
const cases: [code: string, weight: number, on: Values, off: Values][] = [
  ["low_quality", 40, { ...done, quality_score: 74 }, { quality_score: 75 }],
  [
    "agent_failed_high",
    35,
    { ...backed, quality_score: 85, sub_agent_results: ["FAIL"] },
    { sub_agent_results: ["WARNING"] },
  ],
  ["unbacked", 25, { quality_score: 85 }, backed],
  ["unbacked", 25, { quality_score: 85, before_screenshots: [] }, { after_screenshots: ["a"] }],
  [
    "unbacked",
    25,
    { quality_score: 85, security_scan_results: null },
    { security_scan_results: { high: 0 } },
  ],
  ["unbacked", 25, { quality_score: 85, accessibility_audit: [] }, { accessibility_audit: "fine" }],
  ["unbacked", 25, { quality_score: 85, accessibility_audit: "" }, { quality_score: 84 }],
  [
    "ended_before_start",
    20,
    { ...done, completed_at: new Date("2020-01-01") },
    { completed_at: null },
  ],
  ["agent_failed", 15, { sub_agent_results: ["fail"] }, { sub_agent_results: [] }],
  [
    "agent_failed",
    15,
    { quality_score: 84, sub_agent_results: ["FAIL"] },
    { sub_agent_results: "FAIL" },
  ],
  ["unfinished", 15, { ...done, implementation_progress: 99 }, { implementation_progress: 100 }],
  ["unscored", 10, { ...done, quality_score: 0 }, { quality_score: 76 }],
  ["end_recorded", 10, { completed_at: new Date("2099-01-01") }, { completed_at: null }],
  ["end_recorded", 10, { status: "paused", completed_at: new Date("2099-01-01") }, done],
  ["agent_error", 10, { sub_agent_results: ["ERROR"] }, { sub_agent_results: ["PASS"] }],
  [
    "checklist_refused",
    10,
    { pre_impl_checklist: { passed: false } },
    { pre_impl_checklist: { passed: "false" } },
  ],
  [
    "gate_missing",
    5,
    { quality_gates: ["Nobody's"] },
    { quality_gates: ["Code review completion"] },
  ],
  ["to_review", 5, { sub_agent_results: ["REVIEW_REQUIRED"] }, { sub_agent_results: [] }],
];
const json = ["security_scan_results", "accessibility_audit", "pre_impl_checklist"];
const encoded = (values: Values) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (key === "sub_agent_results" && Array.isArray(value)) return [key, results(...value)];
      const isJson = json.includes(key) || key === "sub_agent_results";
      return [key, isJson && value !== null ? sql.json(value as never) : value];
    }),
  );

describe("the reason", () => {
  test.each(cases)("%s (%i) by %j, gone by %j", async (code, weight, on, off) => {
    await complete();
    expect(await card()).toMatchObject({ reasons: [], risk: 0 });
    await set(encoded(on));
    expect(await card()).toMatchObject({ reasons: [code], risk: weight });
    await set(encoded(off));
    expect(await card()).toMatchObject({ reasons: [], risk: 0 });
  });

  test("required_open (20) while it is completed with an open one", async () => {
    await set(done);
    expect(await card()).toMatchObject({ reasons: ["required_open"], risk: 20 });
    await sql`update public.exec_quality_checkpoints set is_required = false where session_id = ${id}`;
    expect(await card()).toMatchObject({ reasons: [], risk: 0 });
  });

  test("comes heaviest first, and all weigh 100 at most", async () => {
    await set(
      encoded({
        ...done,
        quality_score: 60,
        implementation_progress: 50,
        completed_at: new Date("2020-01-01"),
        sub_agent_results: ["FAIL", "ERROR", "REVIEW_REQUIRED"],
        pre_impl_checklist: { passed: false },
        quality_gates: ["Nobody's"],
      }),
    );
    const { reasons, risk } = await card();
    expect(reasons).toEqual([
      "low_quality",
      "required_open",
      "ended_before_start",
      "agent_failed",
      "unfinished",
      "agent_error",
      "checklist_refused",
      "gate_missing",
      "to_review",
    ]);
    expect(risk).toBe(100);
  });

  test.each(["failed", "cancelled"])("weighs nothing once it is %s", async (status) => {
    await set(encoded({ quality_score: 40, sub_agent_results: ["FAIL"] }));
    expect(await card()).toMatchObject({ risk: 15 });
    await set({ status });
    expect(await card()).toMatchObject({ risk: 0, reasons: ["agent_failed"] });
  });
});

describe("waiting for review", () => {
  const review = async (verdict: string, seen?: number) => {
    const newest = (await eventsOf(sql, id)).at(-1)?.id;
    const { error } = await service()
      .from("exec_session_reviews")
      .insert({ session_id: id, sd_id, verdict, seen_event_id: seen ?? newest });
    expect(error).toBeNull();
  };
  const waiting = async () => (await card()).waiting;

  test("begins with completion, and is over when it is taken back", async () => {
    expect(await waiting()).toBe(false);
    for (const status of ["paused", "failed", "cancelled", "active"]) {
      await set({ status });
      expect(await waiting(), status).toBe(false);
    }
    await set({ status: "completed" });
    expect(await waiting()).toBe(true);
    await set({ status: "active" });
    expect(await waiting()).toBe(false);
  });

  test.each(["approve", "request_changes"])(
    "ends with the verdict %s until the agent writes again",
    async (verdict) => {
      await set({ ...done, quality_score: 60 });
      const version = (await card()).last_event_id;
      expect((await card()).risk).toBe(60);
      await review(verdict);
      expect(await card()).toMatchObject({
        waiting: false,
        verdict,
        verdict_event_id: version,
        risk: 0,
      });
      await complete();
      expect(await waiting(), "a checkpoint is not the session itself").toBe(false);
      await set({ updated_at: new Date() });
      expect(await waiting(), "nothing changed").toBe(false);
      await set({ quality_score: 61 });
      expect(await card()).toMatchObject({ waiting: true, verdict, risk: 40 });
    },
  );

  test("does not end with a comment, nor with a verdict on an older state", async () => {
    await set(done);
    await review("comment");
    expect(await card()).toMatchObject({ waiting: true, verdict: null });
    await review("approve", Number((await card()).session_event_id) - 1);
    expect(await card()).toMatchObject({ waiting: true, verdict: "approve" });
    await review("request_changes");
    await review("comment");
    expect(await card()).toMatchObject({ waiting: false, verdict: "request_changes" });
    await sql`delete from public.exec_session_reviews where session_id = ${id}`;
    expect(await card()).toMatchObject({ waiting: true, verdict: null, verdict_event_id: null });
  });

  test("outlives the account of whoever decided", async () => {
    await set(done);
    const reviewer = await person("reviewer");
    await sql`
      insert into public.exec_session_reviews (session_id, sd_id, verdict, seen_event_id, reviewer_id)
      values (${id}, ${sd_id}, 'approve', ${String((await card()).last_event_id)}, ${reviewer.id})`;
    await service().auth.admin.deleteUser(reviewer.id);
    expect(await card()).toMatchObject({ waiting: false, verdict: "approve" });
    expect((await eventsOf(sql, id)).at(-1)).toMatchObject({
      kind: "review",
      old: { reviewer_id: reviewer.id },
      new: { reviewer_id: null },
    });
  });

  test("versions are the newest events", async () => {
    await set({ quality_score: 5 });
    await complete();
    const events = await eventsOf(sql, id);
    const own = events.filter(({ kind }) => kind === "session").at(-1);
    const { session_event_id, last_event_id, last_event_at } = await card();
    expect([Number(session_event_id), Number(last_event_id)]).toEqual([own?.id, events.at(-1)?.id]);
    expect(last_event_at).toEqual(events.at(-1)?.at);
  });
});
