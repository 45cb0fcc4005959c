// What a session's card says after the writes that matter to each of its columns.
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { cardOf, change, staleCards } from "./support/cards.ts";
import { owner, service } from "./support/clients.ts";
import { makeDirective, makeSession } from "./support/rows.ts";

const sql = owner();
const scores = [
  "quality_score",
  "code_quality_score",
  "performance_score",
  "security_score",
  "ux_accessibility_score",
  "test_coverage_pct",
] as const;
let id: string;
let sd_id: string;

beforeEach(async () => {
  ({ id, sd_id } = await makeSession(sql));
});

const card = () => cardOf(sql, id);
const set = (values: Record<string, unknown>) => change(sql, id, values);
const checkpoint = (values: Record<string, unknown>) =>
  sql`insert into public.exec_quality_checkpoints ${sql({ session_id: id, sd_id, checkpoint_type: "TESTING", ...values })}`;
const activation = (sub_agent_type: string, execution_status: string, summary = "s") =>
  sql`insert into public.exec_sub_agent_activations ${sql({ session_id: id, sd_id, sub_agent_type, execution_status, summary, activation_reason: "r", severity: "LOW" })}`;

describe.each(scores)("%s", (column) => {
  const value = async () => (await card())[column];

  test("is not scored while the default of 0 is untouched", async () => {
    expect(await value()).toBeNull();
    await set({ implementation_progress: 50, status: "paused" });
    for (const other of scores) if (other !== column) await set({ [other]: 0 });
    await checkpoint({ checkpoint_name: "c" });
    expect(await value()).toBeNull();
  });

  test("is a real 0 where somebody set it", async () => {
    await set({ [column]: 80 });
    expect(await value()).toBe(80);
    await set({ [column]: 0 });
    expect(await value()).toBe(0);
    await set({ implementation_progress: 50 });
    expect(await value()).toBe(0);
    await set({ [column]: null });
    expect(await value()).toBeNull();
    await set({ [column]: 0 });
    expect(await value()).toBe(0);
  });

  test("written as 0 at the insert is the default", async () => {
    const other = await makeDirective(sql);
    const { data } = await service()
      .from("exec_implementation_sessions")
      .insert({ sd_id: other, implementation_type: "API_ENDPOINT", [column]: 0 })
      .select("id")
      .single();
    expect((await cardOf(sql, String(data?.id)))[column]).toBeNull();
  });
});

test("a rebuild keeps which zeros are scores", async () => {
  await set({ security_score: 80, quality_score: 90 });
  await set({ security_score: 0 });
  const before = await card();
  await sql`select exhibit.refresh_session_cards(${[id]}::uuid[])`;
  expect(await card()).toEqual(before);
  expect(before).toMatchObject({ security_score: 0, performance_score: null, quality_score: 90 });
});

test("sort keys put what is not scored last in both directions", async () => {
  expect(await card()).toMatchObject({ quality_high_key: -1, quality_low_key: 101 });
  await set({ quality_score: 80, implementation_progress: null });
  expect(await card()).toMatchObject({
    quality_high_key: 80,
    quality_low_key: 80,
    progress_key: 0,
  });
  // Others try on the shared tables what does not go with it.
  onTestFinished(async () => {
    await sql`delete from public.exec_implementation_sessions where id = ${id}`;
  });
  await set({ started_at: null, created_at: null, implementation_progress: 30 });
  const [key] = await sql`
    select started_key::text from public.exec_session_cards where session_id = ${id}`;
  expect(key?.started_key).toBe("-infinity");
  expect(await card()).toMatchObject({
    started_at: null,
    progress_key: 30,
    implementation_progress: 30,
  });
});

test("gates are the union of names, met by their checkpoints", async () => {
  expect(await card()).toMatchObject({ gates_met: 0, gates_all: 3 });
  await set({ quality_gates: ["Code review completion", "Signed off", "Signed off", null] });
  expect(await card()).toMatchObject({ gates_met: 0, gates_all: 4, reasons: ["gate_missing"] });
  await checkpoint({ checkpoint_name: "Signed off", is_complete: true });
  expect(await card()).toMatchObject({ gates_met: 1, gates_all: 4, reasons: [] });
  await set({ quality_gates: null });
  expect(await card()).toMatchObject({ gates_met: 1, gates_all: 4 });
  await sql`delete from public.exec_quality_checkpoints where session_id = ${id}`;
  expect(await card()).toMatchObject({ gates_met: 0, gates_all: 0 });
});

test("open required checkpoints are told by type, each one", async () => {
  expect((await card()).open_required).toEqual(["CODE_QUALITY", "CODE_QUALITY", "TESTING"]);
  await checkpoint({ checkpoint_name: "a", checkpoint_type: "SECURITY", is_complete: null });
  await checkpoint({ checkpoint_name: "b", checkpoint_type: "PERFORMANCE", is_required: false });
  await checkpoint({ checkpoint_name: "c", checkpoint_type: "PERFORMANCE", is_complete: true });
  expect((await card()).open_required).toEqual([
    "CODE_QUALITY",
    "CODE_QUALITY",
    "SECURITY",
    "TESTING",
  ]);
  await sql`update public.exec_quality_checkpoints set is_complete = true where session_id = ${id}`;
  expect((await card()).open_required).toEqual([]);
});

test("pictures and demos are counted", async () => {
  await set({ before_screenshots: ["a"], after_screenshots: ["a", "b"], demo_urls: ["d"] });
  expect(await card()).toMatchObject({ before_count: 1, after_count: 2, demo_count: 1 });
  await set({ before_screenshots: null, after_screenshots: [], demo_urls: null });
  expect(await card()).toMatchObject({ before_count: 0, after_count: 0, demo_count: 0 });
});

describe("sub-agent results", () => {
  const results = async () => (await card()).agent_results;
  const write = (value: unknown) => set({ sub_agent_results: sql.json(value as never) });
  const result = (sub_agent_type: unknown, status: unknown, summary?: unknown) => ({
    sub_agent_type,
    status,
    summary,
  });

  test("that stand in the session and as an activation count once", async () => {
    await write([result("TESTING", "PASS", "40 of 40"), result("SECURITY", "FAIL", "a hole")]);
    await activation("TESTING", "PASS", "40 of 40");
    expect(await results()).toEqual(["SECURITY:FAIL", "TESTING:PASS"]);
    await activation("TESTING", "PASS", "40 of 40");
    await activation("TESTING", "PASS", "41 of 41");
    expect(await results()).toEqual([
      "SECURITY:FAIL",
      "TESTING:PASS",
      "TESTING:PASS",
      "TESTING:PASS",
    ]);
    await write([]);
    await sql`delete from public.exec_sub_agent_activations where session_id = ${id} and summary like '40%'`;
    expect(await results()).toEqual(["TESTING:PASS"]);
  });

  test.each<[unknown, string[]]>([
    [
      [result("TESTING", "pass "), result("TESTING", "Review required")],
      ["TESTING:PASS", "TESTING:REVIEW_REQUIRED"],
    ],
    [
      [result("A11Y", "WARNING"), result(null, "ERROR"), result(7, "FAIL")],
      ["OTHER:ERROR", "OTHER:FAIL", "OTHER:WARNING"],
    ],
    [
      [result("TESTING", "PASS"), result("TESTING", "PASS")],
      ["TESTING:PASS", "TESTING:PASS"],
    ],
    [[result("TESTING", "fine"), result("TESTING", 1), result("TESTING", null), {}], []],
    [[1, "PASS", null, true, [result("TESTING", "PASS")]], []],
    [[{ deeper: result("TESTING", "PASS") }, result({ a: 1 }, ["PASS"])], []],
    [result("TESTING", "PASS"), ["TESTING:PASS"]],
    ["PASS", []],
    [5, []],
    [null, []],
  ])("of the shape %j", async (value, expected) => {
    await write(value);
    expect(await results()).toEqual(expected);
    await sql`update public.exec_implementation_sessions set sub_agent_results = null where id = ${id}`;
    expect(await results()).toEqual([]);
  });
});

describe("the end", () => {
  const end = async () => (await card()).ended_at;
  const day = (text: string) => new Date(`2026-11-${text}T00:00:00Z`);

  test("is completed_at, else the event that ended it", async () => {
    await set({ completed_at: day("03") });
    expect(await end(), "not while it runs").toBeNull();
    await set({ status: "completed" });
    expect(await end()).toEqual(day("03"));
    await set({ completed_at: null, updated_at: day("09") });
    const [event] = await sql`
      select at from public.exec_session_events where session_id = ${id} and new ? 'status'
      order by id desc limit 1`;
    expect(await end()).toEqual(event?.at);
    await set({ status: "active" });
    expect(await end()).toBeNull();
  });

  test("is updated_at where nobody saw it, if that is after the start", async () => {
    await set({ status: "failed" });
    await sql`delete from public.exec_session_events where session_id = ${id}`;
    await set({ started_at: day("02"), updated_at: day("04") });
    expect(await end()).toEqual(day("04"));
    await set({ updated_at: day("01") });
    expect(await end()).toBeNull();
  });

  test("of a row that came in finished is what the row tells, not when it came", async () => {
    const finished = { status: "completed", started_at: day("02") };
    const told = await makeSession(sql, { ...finished, updated_at: day("04") });
    const untold = await makeSession(sql, { ...finished, updated_at: day("02") });
    const ends = await sql`
      select ended_at from public.exec_session_cards
      where session_id in (${told.id}, ${untold.id}) order by ended_at nulls last`;
    expect(ends.map(({ ended_at }) => ended_at)).toEqual([day("04"), null]);
    const now = await makeSession(sql, { status: "completed" });
    const [event] = await sql`
      select at from public.exec_session_events where session_id = ${now.id}`;
    const [made] = await sql`
      select ended_at from public.exec_session_cards where session_id = ${now.id}`;
    expect(made?.ended_at).toEqual(event?.at);
  });
});

test("pictures and demos that have no address are not counted", async () => {
  await set({
    before_screenshots: ["", " "],
    after_screenshots: [null, "/a.png"],
    demo_urls: [null],
  });
  expect(await card()).toMatchObject({ before_count: 0, after_count: 1, demo_count: 0 });
});

test("what the directive says reaches its sessions' cards", async () => {
  await sql`
    update public.strategic_directives_v2 set title = 'Nachts Ümläute', target_application = 'Ledger'
    where id = ${sd_id}`;
  expect(await card()).toMatchObject({
    directive_title: "Nachts Ümläute",
    target_application: "Ledger",
  });
  const searched = async () => {
    const [row] = await sql`
      select search_text from public.exec_session_search where session_id = ${id}`;
    return row?.search_text;
  };
  const always = `${sd_id} nachts ümläute`.toLowerCase();
  expect(await searched()).toBe(`${always} general_feature`);
  await sql`insert into public.product_requirements_v2 (id, sd_id, title) values (${`PRD-${id}`}, ${sd_id}, 't')`;
  await set({ prd_id: `PRD-${id}` });
  expect(await searched()).toBe(`${always} prd-${id} general_feature`);
  await set({
    sub_agent_results: sql.json([{ summary: "Twice" }, { summary: "Only here" }, "no object"]),
  });
  await sql`
    insert into public.exec_sub_agent_activations
      (session_id, sd_id, sub_agent_type, activation_reason, execution_status, severity, summary)
    values (${id}, ${sd_id}, 'TESTING', 'r', 'PASS', 'LOW', 'Twice')`;
  expect(await searched()).toBe(`${always} prd-${id} general_feature only here twice`);
  expect(await staleCards(sql, [sd_id])).toEqual([]);
});
