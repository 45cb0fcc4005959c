// What the database itself does when agents write: triggers, functions, the view.
import { describe, expect, test } from "vitest";
import { owner, service } from "./support/clients.ts";
import { makeDirective, makeSession, rows } from "./support/rows.ts";

const sql = owner();

const everyType = [
  "Unit test coverage ≥80% (TESTING)",
  "Code review completion (CODE_QUALITY)",
  "Error handling verification (CODE_QUALITY)",
];
const byType: Record<string, string[]> = {
  UI_COMPONENT: [
    "Accessibility compliance check (ACCESSIBILITY)",
    "Responsive design verification (ACCESSIBILITY)",
    "Cross-browser compatibility (TESTING)",
  ],
  API_ENDPOINT: [
    "Security vulnerability scan (SECURITY)",
    "Load testing completion (PERFORMANCE)",
    "API documentation update (DOCUMENTATION)",
  ],
  DATABASE_CHANGE: [
    "Migration rollback test (TESTING)",
    "Data integrity verification (SECURITY)",
    "Performance impact assessment (PERFORMANCE)",
  ],
  AUTHENTICATION: [],
  SYSTEM_TOOLING: [],
  GENERAL_FEATURE: [],
};

describe("a new session", () => {
  test.each(Object.entries(byType))("of type %s gets its checkpoints", async (type, own) => {
    const { id, sd_id } = await makeSession(sql, { implementation_type: type });
    const made = await sql`
      select format('%s (%s)', checkpoint_name, checkpoint_type) as said, sd_id, is_required, is_complete
      from public.exec_quality_checkpoints where session_id = ${id}`;
    expect(made.map(({ said }) => said).sort()).toEqual([...everyType, ...own].sort());
    for (const each of made) {
      expect(each).toMatchObject({ sd_id, is_required: true, is_complete: false });
    }
  });

  test("gets them once, not at each change", async () => {
    const { id } = await makeSession(sql);
    await sql`update public.exec_implementation_sessions set quality_score = 50 where id = ${id}`;
    const made = await sql`select from public.exec_quality_checkpoints where session_id = ${id}`;
    expect(made).toHaveLength(3);
  });
});

describe("a session that becomes completed", () => {
  const directive = async (id: string) => {
    const [row] = await sql`
      select status, updated_at > created_at as touched
      from public.strategic_directives_v2 where id = ${id}`;
    return { ...row };
  };
  const old = { created_at: "2026-01-01", updated_at: "2026-01-01" };
  const started = async (values: Record<string, unknown>) =>
    makeSession(sql, { ...values, sd_id: await makeDirective(sql, old) });
  const untouched = { status: "in_progress", touched: false };

  test.each([
    [75, "implementation_complete"],
    [100, "implementation_complete"],
    [74, "implementation_review_required"],
    [0, "implementation_review_required"],
    [null, "implementation_review_required"],
  ])("with a score of %s makes its directive %s", async (quality_score, status) => {
    const { id, sd_id } = await started({ quality_score });
    await sql`update public.exec_implementation_sessions set status = 'completed' where id = ${id}`;
    expect(await directive(sd_id)).toEqual({ status, touched: true });
  });

  test("changes its own directive alone", async () => {
    const [one, other] = [await started({}), await started({})];
    await sql`update public.exec_implementation_sessions set status = 'completed' where id = ${one.id}`;
    expect(await directive(other.sd_id)).toEqual(untouched);
  });

  test.each(["paused", "failed", "cancelled"])("not so one that becomes %s", async (status) => {
    const { id, sd_id } = await started({ quality_score: 90 });
    await sql`update public.exec_implementation_sessions set status = ${status} where id = ${id}`;
    expect(await directive(sd_id)).toEqual(untouched);
  });

  test("not so one that was completed before, or comes completed", async () => {
    const { id, sd_id } = await started({ status: "completed", quality_score: 90 });
    await sql`
      update public.exec_implementation_sessions set quality_score = 40, status = 'completed'
      where id = ${id}`;
    expect(await directive(sd_id)).toEqual(untouched);
  });
});

describe("get_latest_exec_session", () => {
  test("gives the newest session with its counts", async () => {
    const { id: older, sd_id } = await makeSession(sql, { started_at: "2026-03-01" });
    await sql`update public.exec_implementation_sessions set status = 'failed' where id = ${older}`;
    const newer = await makeSession(sql, { sd_id, started_at: "2026-03-02", quality_score: 81 });
    await sql`
      update public.exec_quality_checkpoints set is_complete = true
      where session_id = ${newer.id} and checkpoint_type = 'TESTING'`;
    await sql`
      insert into public.exec_sub_agent_activations
        (session_id, sd_id, sub_agent_type, activation_reason, execution_status, severity, summary)
      values (${newer.id}, ${sd_id}, 'DESIGN', 'r', 'PASS', 'LOW', 's')`;
    const found = await sql`select * from public.get_latest_exec_session(${sd_id})`;
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      session_id: newer.id,
      status: "active",
      quality_score: 81,
      activation_count: "1",
      checkpoint_count: "3",
      completed_checkpoint_count: "1",
    });
  });

  test("gives nothing for a directive without sessions", async () => {
    const sd_id = await makeDirective(sql);
    expect(await sql`select * from public.get_latest_exec_session(${sd_id})`).toHaveLength(0);
  });
});

describe("calculate_checkpoint_completion", () => {
  test("gives a percentage, 100 where there is no checkpoint", async () => {
    const { id } = await makeSession(sql);
    const completion = async () => {
      const [row] = await sql`select public.calculate_checkpoint_completion(${id}) as percent`;
      return row?.percent;
    };
    expect(await completion()).toBe(0);
    await sql`
      update public.exec_quality_checkpoints set is_complete = true
      where session_id = ${id} and checkpoint_type = 'CODE_QUALITY'`;
    expect(await completion()).toBe(67);
    await sql`update public.exec_quality_checkpoints set is_complete = true where session_id = ${id}`;
    expect(await completion()).toBe(100);
    await sql`delete from public.exec_quality_checkpoints where session_id = ${id}`;
    expect(await completion()).toBe(100);
  });
});

describe("update_exec_quality_score", () => {
  test.each([
    [[80, 90, 70, 61], 75],
    [[80, 90, 70, 62], 76],
    [[100, 100, null, null], 50],
    [[null, null, null, null], 0],
  ])("of %j is %i", async ([code, performance, security, ux], expected) => {
    const { id } = await makeSession(sql, {
      quality_score: 99,
      code_quality_score: code,
      performance_score: performance,
      security_score: security,
      ux_accessibility_score: ux,
      updated_at: "2026-01-01",
    });
    await sql`select public.update_exec_quality_score(${id})`;
    expect(
      await rows(sql`
        select quality_score, updated_at > now() - interval '1 minute' as touched
        from public.exec_implementation_sessions where id = ${id}`),
    ).toEqual([{ quality_score: expected, touched: true }]);
  });
});

describe("v_exec_implementation_summary", () => {
  const summary = (sd_id: string) =>
    sql`select * from public.v_exec_implementation_summary where sd_id = ${sd_id}`;

  test.each([
    ["completed", 40, "Implementation complete"],
    ["active", 95, "Excellent quality - ready for handoff"],
    ["paused", 94, "High quality - minor improvements needed"],
    ["active", 85, "High quality - minor improvements needed"],
    ["active", 84, "Good quality - address key issues"],
    ["failed", 75, "Good quality - address key issues"],
    ["active", 74, "Moderate quality - significant work needed"],
    ["active", 65, "Moderate quality - significant work needed"],
    ["active", 64, "Implementation in progress"],
    ["active", null, "Implementation in progress"],
    ["paused", 64, "Quality needs improvement"],
    ["failed", null, "Quality needs improvement"],
  ])("a session %s at %s: %s", async (status, quality_score, next_action) => {
    const { sd_id, id } = await makeSession(sql, { status, quality_score });
    const found = await summary(sd_id);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ session_id: id, checkpoint_completion: 0, next_action });
  });

  test("has one row for a directive with many sessions, the newest, and one for none", async () => {
    const sd_id = await makeDirective(sql);
    for (const [day, status] of ["paused", "failed", "cancelled"].entries()) {
      await makeSession(sql, { sd_id, status, started_at: `2026-05-0${3 - day}` });
    }
    expect(await summary(sd_id)).toMatchObject([{ session_status: "paused" }]);
    expect(await summary(await makeDirective(sql))).toMatchObject([
      { session_id: null, checkpoint_completion: null, next_action: null },
    ]);
  });
});

test("a request with several alternatives finds what fulfils all of them", async () => {
  const sd_id = await makeDirective(sql);
  for (const [status, quality_score] of [
    ["active", 90],
    ["paused", 90],
    ["failed", 10],
  ] as const) {
    await makeSession(sql, { sd_id, status, quality_score });
  }
  const { data, error } = await service()
    .from("exec_implementation_sessions")
    .select("status")
    .eq("sd_id", sd_id)
    .or("status.eq.active,status.eq.failed")
    .or("quality_score.gt.50,quality_score.is.null");
  expect(error).toBeNull();
  expect(data).toEqual([{ status: "active" }]);
});
