// What a person's scores, progress, gates and checklist become, beside the zeros that nobody set.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { act, makeMember, newest, stateOf } from "./support/acting.ts";
import { cardOf, change, eventsAfter } from "./support/cards.ts";
import { owner } from "./support/clients.ts";
import { makeSession } from "./support/rows.ts";

const sql = owner();
let me: string;
let id: string;
let sd_id: string;

beforeAll(async () => {
  me = await makeMember(sql, "reviewer");
});
beforeEach(async () => {
  ({ id, sd_id } = await makeSession(sql));
});

const edit = async (p_values: Record<string, unknown>, p_reason?: string, seen?: number) =>
  act("edit_session", {
    p_actor: me,
    p_session_id: id,
    p_seen: seen ?? (await newest(sql, id)),
    p_values,
    p_reason,
  });
const columns = [
  "quality_score",
  "code_quality_score",
  "performance_score",
  "security_score",
  "ux_accessibility_score",
] as const;
/** Overall, code quality, performance, security, UX: in the row, and as the card shows them. */
async function scores() {
  const [row] = await sql`
    select * from public.exec_implementation_sessions where id = ${id}`;
  const card = await cardOf(sql, id);
  return { row: columns.map((name) => row?.[name]), card: columns.map((name) => card[name]) };
}
/** As the form sends them: all four, null for an empty field. */
const domains = (
  code: number | null,
  performance: number | null,
  security: number | null,
  ux: number | null,
) => ({
  code_quality_score: code,
  performance_score: performance,
  security_score: security,
  ux_accessibility_score: ux,
});

describe("the overall score", () => {
  test.each([
    [domains(90, 80, 70, 60), 75],
    // Halves are rounded up.
    [domains(90, 81, 70, 61), 76],
    [domains(85, 84, null, null), 85],
    [domains(0, 100, null, null), 50],
    [domains(70, null, null, null), 70],
    [domains(0, 0, 0, 0), 0],
  ])("of %j is %i, the mean of those that are scored", async (values, mean) => {
    expect(await edit(values)).toBe("done");
    expect((await scores()).card).toEqual([mean, ...Object.values(values)]);
  });

  test("counts what agents scored and the form did not name", async () => {
    await change(sql, id, { code_quality_score: 60, performance_score: 0 });
    expect(await edit({ security_score: 100 })).toBe("done");
    // Nobody measured the performance: that 0 is the default.
    expect((await scores()).card).toEqual([80, 60, null, 100, null]);
    await change(sql, id, { performance_score: 5 });
    await change(sql, id, { performance_score: 0 });
    expect(await edit({ security_score: 90 })).toBe("done");
    expect((await scores()).card).toEqual([50, 60, 0, 90, null]);
  });

  test("is set by hand where one says so, with the reason beside it", async () => {
    const events = await eventsAfter(sql, id, async () => {
      const values = { ...domains(90, 80, 70, 60), quality_score: 40 };
      expect(await edit(values, "The demo does not run")).toBe("done");
    });
    expect((await scores()).card).toEqual([40, 90, 80, 70, 60]);
    expect(events).toMatchObject([
      {
        actor: me,
        note: "The demo does not run",
        old: { quality_score: 0, security_score: 0 },
        new: { quality_score: 40, ...domains(90, 80, 70, 60) },
      },
    ]);
  });

  test("stands by itself while no domain is scored, and goes with the last of them", async () => {
    await change(sql, id, { quality_score: 87 });
    expect(await edit(domains(null, null, null, null))).toBe("done");
    expect((await scores()).card).toEqual([87, null, null, null, null]);
    expect(await edit(domains(80, null, null, null))).toBe("done");
    expect(await edit(domains(null, null, null, null))).toBe("done");
    expect((await scores()).card).toEqual([null, null, null, null, null]);
  });
});

describe("a zero", () => {
  test("that nobody set stays the default, and leaves no event", async () => {
    const events = await eventsAfter(sql, id, async () => {
      expect(await edit(domains(null, null, null, null))).toBe("done");
      expect(await edit({ test_coverage_pct: null, implementation_progress: 0 })).toBe("done");
    });
    expect(events).toEqual([]);
    expect(await scores()).toEqual({ row: [0, 0, 0, 0, 0], card: [null, null, null, null, null] });
  });

  test("that somebody means is one, and the others are not", async () => {
    const events = await eventsAfter(sql, id, async () => {
      expect(await edit(domains(null, null, 0, null), "An open door")).toBe("done");
    });
    expect(await scores()).toEqual({ row: [0, 0, 0, 0, 0], card: [0, null, null, 0, null] });
    for (const event of events) expect(event).toMatchObject({ actor: me, note: "An open door" });
    expect(await edit({ test_coverage_pct: 0 })).toBe("done");
    expect((await cardOf(sql, id)).test_coverage_pct).toBe(0);
  });

  test("that is one already is not written again", async () => {
    await edit(domains(null, null, 0, null));
    const events = await eventsAfter(sql, id, async () => {
      expect(await edit(domains(null, null, 0, null))).toBe("done");
    });
    expect(events).toEqual([]);
  });

  test("taken back is not scored", async () => {
    await edit(domains(50, 0, null, null));
    expect(await edit(domains(50, null, null, null))).toBe("done");
    expect(await scores()).toEqual({ row: [50, 50, null, 0, 0], card: [50, 50, null, null, null] });
  });
});

test("progress, coverage, gates and checklist are what the form says", async () => {
  const values = {
    implementation_progress: 40,
    test_coverage_pct: 81,
    quality_gates: ["One", "Two"],
    pre_impl_checklist: { passed: false, "PRD read": true },
  };
  const events = await eventsAfter(sql, id, async () => {
    expect(await edit(values)).toBe("done");
    expect(await edit(values), "sent twice").toBe("done");
  });
  expect(events).toHaveLength(1);
  const [row] = await sql`
    select * from public.exec_implementation_sessions where id = ${id}`;
  expect(row).toMatchObject({ ...values, quality_score: 0 });
  expect(await cardOf(sql, id)).toMatchObject({
    gates_all: 5,
    reasons: ["checklist_refused", "gate_missing"],
  });
});

test("what a person may not edit stays, whatever is sent", async () => {
  const other = await makeSession(sql);
  const [before] = await sql`
    select * from public.exec_implementation_sessions where id = ${id}`;
  const untouched = await stateOf(sql, other.sd_id);
  const sent = {
    id: other.id,
    sd_id: other.sd_id,
    status: "completed",
    completed_at: "2026-01-01",
    started_at: null,
    orchestrator: "me",
    nothing: 1,
  };
  expect(await edit({ ...sent, implementation_progress: 5 })).toBe("done");
  const [after] = await sql`
    select * from public.exec_implementation_sessions where id = ${id}`;
  expect({ ...after, updated_at: null }).toEqual({
    ...before,
    implementation_progress: 5,
    updated_at: null,
  });
  const [, , ...rows] = untouched;
  expect((await stateOf(sql, other.sd_id)).slice(2)).toEqual(rows);
});

test.each([
  [{ security_score: 101 }, "23514 exec_implementation_sessions_security_score_check"],
  [{ quality_score: -1 }, "23514 exec_implementation_sessions_quality_score_check"],
  [{ test_coverage_pct: 101 }, "23514 exec_implementation_sessions_test_coverage_pct_check"],
  [
    { implementation_progress: 1000 },
    "23514 exec_implementation_sessions_implementation_progress_check",
  ],
  [{ security_score: "high" }, "22P02"],
  [{ security_score: 1.5 }, "22P02"],
  [{ security_score: 3_000_000_000 }, "22003"],
  [{ quality_gates: 5 }, "22P02"],
])("%j is refused, and nothing is changed", async (values, refusal) => {
  await change(sql, id, { code_quality_score: 50 });
  const before = await stateOf(sql, sd_id);
  expect(await edit(values)).toBe(refusal);
  expect(await stateOf(sql, sd_id)).toEqual(before);
});
