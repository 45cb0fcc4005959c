// Verdicts: what they keep, what they set in motion, and what they do not settle.
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { act, makeMember, newest, stateOf } from "./support/acting.ts";
import { cardOf, change, eventsAfter, staleCards } from "./support/cards.ts";
import { owner } from "./support/clients.ts";
import { makeSession } from "./support/rows.ts";

const sql = owner();
let me: string;
let other: string;
let id: string;
let sd_id: string;

beforeAll(async () => {
  me = await makeMember(sql, "reviewer", "Rosa");
  other = await makeMember(sql, "reviewer", "Otto");
});
beforeEach(async () => {
  ({ id, sd_id } = await makeSession(sql, { status: "completed", quality_score: 90 }));
});

type Given = { seen?: number | string; next?: string; actor?: string; key?: string };
const decide = async (
  verdict: string | null,
  { seen, next, actor, key }: Given = {},
  values: object = {},
) =>
  act("give_verdict", {
    p_actor: actor ?? me,
    p_id: key ?? randomUUID(),
    p_session_id: id,
    p_seen: seen ?? (await newest(sql, id)),
    p_values: { verdict, body: "b", ...values },
    p_then: next,
  });
const reviews = async () => [
  ...(await sql`
    select * from public.exec_session_reviews where session_id = ${id} order by created_at`),
];
const directive = async () => {
  const [row] = await sql`
    select status from public.strategic_directives_v2 where id = ${sd_id}`;
  return row?.status;
};
const setDirective = (status: string) =>
  sql`update public.strategic_directives_v2 set status = ${status} where id = ${sd_id}`;

describe("a verdict", () => {
  test("keeps what its reviewer said, and what the agents said then", async () => {
    await sql`
      insert into public.exec_sub_agent_activations
        (session_id, sd_id, sub_agent_type, activation_reason, execution_status, severity, summary)
      values (${id}, ${sd_id}, 'SECURITY', 'r', 'FAIL', 'LOW', 's')`;
    await change(sql, id, { code_quality_score: 80, security_score: 7 });
    await change(sql, id, { security_score: 0 });
    const seen = await newest(sql, id);
    const mine = { code_quality_score: 60, security_score: 10, performance_score: null };
    const claimed = {
      agent_code_quality_score: 1,
      agent_results: ["SECURITY:PASS"],
      reviewer_name: "Eve",
      seen_event_id: 1,
      created_at: "2020-01-01",
    };
    const events = await eventsAfter(sql, id, async () => {
      const values = { ...mine, blind: true, ...claimed };
      expect(await decide("request_changes", { seen }, values)).toBe("done");
    });
    await change(sql, id, { code_quality_score: 99 });
    expect(await reviews()).toMatchObject([
      {
        ...mine,
        verdict: "request_changes",
        body: "b",
        blind: true,
        reviewer_id: me,
        reviewer_name: "Rosa",
        seen_event_id: String(seen),
        agent_code_quality_score: 80,
        agent_performance_score: null,
        agent_security_score: 0,
        agent_ux_accessibility_score: null,
        agent_results: ["SECURITY:FAIL"],
      },
    ]);
    expect(events).toMatchObject([{ kind: "review", action: "created", actor: me, note: null }]);
  });

  test("settles what was seen, and no more: an agent's later write waits again", async () => {
    const seen = await newest(sql, id);
    await change(sql, id, { test_coverage_pct: 70 });
    expect(await decide("approve", { seen }), "of the state before").toBe("done");
    expect(await cardOf(sql, id)).toMatchObject({ verdict: "approve", waiting: true });
    expect(await decide("approve")).toBe("done");
    expect(await cardOf(sql, id)).toMatchObject({ verdict: "approve", waiting: false });
  });

  test.each(["9007199254740991", "9223372036854775807"])(
    "that claims to have seen event %s settles nothing that is still to come",
    async (seen) => {
      const last = await newest(sql, id);
      expect(await decide("approve", { seen })).toBe("done");
      expect((await reviews())[0]?.seen_event_id).toBe(String(last));
      expect((await cardOf(sql, id)).waiting).toBe(false);
      await change(sql, id, { test_coverage_pct: 70 });
      expect((await cardOf(sql, id)).waiting).toBe(true);
    },
  );

  test("sent twice is one, also in the same moment and after it was answered", async () => {
    const given = { key: randomUUID(), seen: await newest(sql, id), next: "reopen" };
    const twice = () => decide("request_changes", given);
    expect(await Promise.all([twice(), twice(), twice()])).toEqual(["done", "done", "done"]);
    const after = await stateOf(sql, sd_id);
    expect(await reviews()).toHaveLength(1);
    expect(await decide("approve", given)).toBe("done");
    expect(await stateOf(sql, sd_id)).toEqual(after);
    // Somebody else's form, or another session's, is not this one.
    await change(sql, id, { status: "completed" });
    expect(await decide("approve", { key: given.key, actor: other })).toBe(
      "23505 exec_session_reviews_pkey",
    );
  });

  test("is refused where somebody else decided, or the status changed, after it was read", async () => {
    const seen = await newest(sql, id);
    expect(await decide("comment", { actor: other })).toBe("done");
    expect(await decide("approve", { seen, actor: other }), "a comment is no reason").toBe("done");
    const before = await stateOf(sql, sd_id);
    expect(await decide("request_changes", { seen })).toBe("PT409 moved");
    expect(await decide("comment", { seen }), "nor is a comment refused").toBe("done");
    expect((await reviews()).map(({ verdict }) => verdict)).toEqual([
      "comment",
      "approve",
      "comment",
    ]);
    expect(await stateOf(sql, sd_id)).not.toEqual(before);
    await change(sql, id, { status: "active" });
    await change(sql, id, { status: "completed" });
    expect(await decide("approve", { seen })).toBe("PT409 moved");
  });

  test.each(["active", "paused", "failed", "cancelled"])(
    "is not given on what is %s; a comment is",
    async (status) => {
      await change(sql, id, { status });
      for (const verdict of ["approve", "request_changes"]) {
        expect(await decide(verdict)).toBe("PT422 not_completed");
      }
      expect(await decide("comment")).toBe("done");
      expect(await cardOf(sql, id)).toMatchObject({ verdict: null, waiting: false });
    },
  );
});

describe("with it", () => {
  test("the session is reopened and its directive is in progress", async () => {
    await change(sql, id, { completed_at: new Date() });
    await setDirective("implementation_review_required");
    const events = await eventsAfter(sql, id, async () => {
      expect(await decide("request_changes", { next: "reopen" })).toBe("done");
    });
    expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
      ["session", me],
      ["review", me],
    ]);
    expect(await directive()).toBe("in_progress");
    expect(await cardOf(sql, id)).toMatchObject({
      status: "active",
      ended_at: null,
      verdict: "request_changes",
      waiting: false,
    });
    // What the agent completes after that waits, whatever it changed.
    await change(sql, id, { status: "completed" });
    expect(await cardOf(sql, id)).toMatchObject({ verdict: "request_changes", waiting: true });
    expect(await staleCards(sql, [sd_id])).toEqual([]);
  });

  test("nothing is done where another session of the directive is active", async () => {
    await makeSession(sql, { sd_id });
    const before = await stateOf(sql, sd_id);
    expect(await decide("request_changes", { next: "reopen" })).toBe(
      "23505 idx_exec_sessions_sd_active",
    );
    expect(await stateOf(sql, sd_id)).toEqual(before);
  });

  test.each([
    ["implementation_review_required", "implementation_complete"],
    ["in_progress", "in_progress"],
    ["archived", "archived"],
  ])("a directive that is %s is %s when that is approved", async (before, after) => {
    await setDirective(before);
    expect(await decide("approve", { next: "complete_directive" })).toBe("done");
    expect(await directive()).toBe(after);
    expect((await cardOf(sql, id)).status).toBe("completed");
    const [event] = await sql`
      select actor from public.exec_session_events
      where sd_id = ${sd_id} and kind = 'directive' order by id desc limit 1`;
    expect(event?.actor).toBe(before === after ? null : me);
  });

  test.each([
    ["approve", "reopen"],
    ["comment", "reopen"],
    ["request_changes", "complete_directive"],
    ["comment", "complete_directive"],
    ["request_changes", undefined],
  ])("%s moves nothing by %s", async (verdict, next) => {
    await setDirective("implementation_review_required");
    expect(await decide(verdict, { next })).toBe("done");
    expect(await directive()).toBe("implementation_review_required");
    expect((await cardOf(sql, id)).status).toBe("completed");
  });
});

test.each<[string, string | null, object]>([
  ["23514 exec_session_reviews_verdict_check", "maybe", {}],
  ["23502", null, {}],
  ["23514 exec_session_reviews_security_score_check", "approve", { security_score: 101 }],
  ["23514 exec_session_reviews_body_check", "comment", { body: "x".repeat(20_001) }],
  ["22P02", "approve", { security_score: "good" }],
])("%s is refused, with nothing changed", async (refusal, verdict, values) => {
  await act("assign_review", { p_actor: me, p_session_id: id, p_reviewer: other });
  const before = await stateOf(sql, sd_id);
  expect(await decide(verdict, { next: "reopen" }, values)).toBe(refusal);
  expect(await stateOf(sql, sd_id)).toEqual(before);
});
