// At 100,000 sessions no list, queue or overview reads a table from end to end.
import { beforeAll, expect, test } from "vitest";
import { migrate, type Sql } from "../../scripts/backend/database.ts";
import { explained } from "./support/plans.ts";
import { makePeople } from "./support/rows.ts";
import { scratchDatabase } from "./support/scratch.ts";

const SESSIONS = 100_000;

/** Read models alone: nobody reads here what they are made from. */
async function fill(sql: Sql) {
  const people = await makePeople(sql, 5);
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into public.exec_session_cards (
        session_id, sd_id, directive_title, target_application, orchestrator, status, implementation_type,
        quality_score, code_quality_score, security_score, test_coverage_pct, implementation_progress,
        gates_met, gates_all, open_required, agent_results, before_count, after_count, demo_count,
        started_at, ended_at, verdict, session_event_id, last_event_id, last_event_at, waiting, reasons, risk,
        started_key, quality_high_key, quality_low_key, progress_key, has_evidence, pictures_changed, waiver_ends_at)
      select gen_random_uuid(), 'SD-' || n / 4, 'Title ' || n, 'App ' || n % 4, 'O ' || n % 3, status,
        (array['UI_COMPONENT', 'API_ENDPOINT', 'DATABASE_CHANGE', 'AUTHENTICATION', 'SYSTEM_TOOLING', 'GENERAL_FEATURE'])[1 + n % 6],
        quality, quality, quality, n % 101, progress, 3, 6,
        case when n % 20 = 0 then array['SECURITY', 'TESTING'] else '{}' end,
        array['TESTING:' || case n % 40 when 0 then 'FAIL' else 'PASS' end], n % 3, n % 4, n % 2, at, at + interval '1 hour',
        case n % 5 when 0 then 'approve' when 1 then 'request_changes' end, n, n, at, status = 'completed' and n % 31 = 0,
        case n % 10 when 0 then array['unbacked'] when 1 then array['low_quality', 'unfinished'] else '{}' end,
        case when n % 10 < 2 then n % 80 else 0 end, at, coalesce(quality, -1), coalesce(quality, 101), progress,
        n % 3 > 0, n % 2 = 0, case when n % 5000 = 0 then at end
      from generate_series(1, ${SESSIONS}::integer) n
      cross join lateral (select now() - n * interval '5 minutes' as at,
        case when n % 30 = 0 then 'active' when n % 30 < 4 then 'failed' else 'completed' end as status,
        case when n % 11 > 0 then 40 + (n * 7919) % 61 end as quality) a
      cross join lateral (select case when status = 'completed' then 100 else (n * 31) % 100 end as progress) b`;
    await tx`
      insert into public.exec_session_search
      select session_id, lower(sd_id || ' ' || directive_title || ' ' || md5(session_id::text))
      from public.exec_session_cards`;
    await tx`
      insert into public.exec_directive_cards
      select distinct on (sd_id) sd_id, directive_title, case session_event_id % 7 when 0 then 'implementation_review_required' else 'active' end,
        'high', target_application, 4, session_id, status, implementation_type, quality_score, progress_key,
        last_event_at, 1 + session_event_id % 4, quality_high_key, quality_low_key, progress_key, lower(sd_id || ' ' || directive_title)
      from public.exec_session_cards order by sd_id, started_key desc`;
    await tx`
      insert into public.exec_session_reviews (session_id, sd_id, verdict, seen_event_id, created_at, agent_results)
      select session_id, sd_id, verdict, session_event_id, ended_at, agent_results
      from public.exec_session_cards where verdict is not null`;
    await tx`
      insert into public.exec_session_events (session_id, sd_id, kind, action, record_id, at)
      select session_id, sd_id, 'session', 'changed', session_id, last_event_at from public.exec_session_cards`;
    await tx`
      insert into public.exec_review_assignments (session_id, sd_id, reviewer_id, state, ends_at)
      select session_id, sd_id, (${people}::uuid[])[1 + session_event_id % 5], 'held', now() + interval '1 hour'
      from public.exec_session_cards where waiting and session_event_id % 4 = 0`;
  });
  await sql`select exhibit.rebuild_counts()`;
  await sql`vacuum analyze`;
}

let run: Awaited<ReturnType<typeof explained>>;
beforeAll(async () => {
  let drop = async () => {};
  const { sql, url } = await scratchDatabase((given) => {
    drop = given;
  });
  await migrate(sql, () => {});
  await fill(sql);
  run = await explained(url);
  return async () => {
    await run.sql.end();
    await drop();
  };
}, 240_000);

/** Which of the large tables the statement reads whole. */
async function readWhole(statement: string): Promise<string[]> {
  run.scans();
  await run.sql.unsafe(statement);
  const scans = run.scans();
  expect(scans.length, "a plan was heard").toBeGreaterThan(0);
  return scans
    .filter(({ how, what }) => how === "Seq" && /^exec_|^strategic|^product/.test(what))
    .map(({ what }) => what);
}

test("a table that is read whole is found", async () => {
  expect(
    await readWhole("select count(*) from public.exec_session_cards where gates_met = 4"),
  ).toEqual(["exec_session_cards"]);
});

const sorts = ["newest", "oldest", "quality-high", "quality-low", "progress-high", "progress-low"];
const filters: Record<string, object> = {
  nothing: {},
  "a directive": { sd: "SD-77" },
  "a status": { status: ["active"] },
  "two statuses": { status: ["failed", "completed"] },
  "a type": { type: ["API_ENDPOINT"] },
  "an application": { app: ["App 1"] },
  "an application that there is not": { app: ["nowhere"] },
  "an orchestrator": { orchestrator: ["O 1"] },
  "a band": { band: ["excellent"] },
  "no score": { band: ["unscored"] },
  "two bands": { band: ["good", "unscored"] },
  "a verdict": { verdict: ["request_changes"] },
  "no verdict": { verdict: ["none"] },
  "a reason": { reason: ["unbacked"] },
  "a reason with a bound": { reason: ["low_quality"] },
  "a reason that nothing has": { reason: ["agent_error"] },
  "a result": { agent: "TESTING:FAIL" },
  "an open checkpoint": { open: "SECURITY" },
  "a domain": { scored: "security_score" },
  evidence: { evidence: "any" },
  demos: { evidence: "demos" },
  "no evidence": { evidence: "none" },
  "a quality": { quality: [83, 84] },
  "a coverage": { coverage: [0, 1] },
  "a progress": { progress: [40, 45] },
  "days of the start": { started: ["2026-01-01", "2026-02-01"] },
  "days of the end": { ended: ["2026-01-01", "infinity"] },
  stale: { active_before: "2026-11-01" },
  waiting: { waiting: true },
  "a rare word": { words: ["title 77777"] },
  "a common word": { words: ["title"] },
  "a common word and more": { words: ["title"], status: ["failed"], quality: [60, 60] },
  "two words": { words: ["title", "abc"] },
  "a word and more": { words: ["77"], status: ["failed"], quality: [50, 60], evidence: "any" },
};
const text = (filter: object) => `'${JSON.stringify(filter)}'`;

test.each(Object.keys(filters))("sessions by %s, in each order", async (name) => {
  for (const sort of sorts) {
    const first = `select * from public.list_sessions(${text(filters[name] ?? {})}, '${sort}'`;
    expect(await readWhole(`${first})`), sort).toEqual([]);
    const key = sort.endsWith("est") ? "2026-06-01" : "80";
    const next = `${first}, '${key}', '88888888-0000-4000-8000-000000000000')`;
    expect(await readWhole(next), `${sort}, further on`).toEqual([]);
  }
});

/** Pages of tables and indexes that it takes to make a member's list. */
async function touched(filter: object, sort: string): Promise<number> {
  const [member] = await run.sql`select user_id from public.team_members limit 1`;
  const claims = JSON.stringify({ sub: member?.user_id, role: "authenticated" });
  const list = `select * from public.list_sessions(${text(filter)}, '${sort}')`;
  const [row] = await run.sql.begin(async (tx) => {
    await tx`select set_config('request.jwt.claims', ${claims}, true)`;
    await tx`set local role authenticated`;
    return tx.unsafe(`explain (analyze, buffers, format json) ${list}`);
  });
  const plan = row?.["QUERY PLAN"][0].Plan ?? {};
  return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
}

// Policies hide from the planner how often words and codes occur.
test.each([
  "a common word",
  "a common word and more",
  "a reason",
  "a reason that nothing has",
  "a result",
])("a member's sessions by %s take few pages", async (name) => {
  for (const sort of sorts) {
    expect(await touched(filters[name] ?? {}, sort), sort).toBeLessThan(4_000);
  }
});

// Of all sessions the first few are read from the table, and no more.
test.each(["a result", "a rare word", "stale", "waiting"])(
  "counts beside the filters with %s",
  async (name) => {
    expect(
      await readWhole(`select * from public.session_facets(${text(filters[name] ?? {})})`),
    ).toEqual([]);
  },
);

const scope = ["now() - interval '30 days'", "null", "'{API_ENDPOINT}'", "'{App 1}'"];
const panels = [
  "weekly_statuses",
  "weekly_quality",
  "weekly_domains",
  "bands",
  "types",
  "sub_agents",
  "open_checkpoints",
  "tiles",
  "review_scores",
  "overturned",
];

test.each(panels)("overview_%s", async (name) => {
  for (const given of [[], scope.slice(0, 1), scope.slice(0, 3), scope]) {
    const statement = `select * from public.overview_${name}(${given.join()})`;
    // A connection keeps the plan of its sixth call.
    for (let call = 0; call < 7; call++) {
      expect(await readWhole(statement), statement).toEqual([]);
    }
  }
});

const others: Record<string, string> = {
  "what needs attention": "select * from public.overview_attention()",
  "what needs attention of a type": "select * from public.overview_attention('{API_ENDPOINT}')",
  applications: "select * from public.target_applications()",
  orchestrators: "select * from public.orchestrators()",
  "the gallery": "select * from public.gallery(25)",
  "the gallery by directive": "select * from public.gallery(25, true)",
  "the gallery of what changed": "select * from public.gallery(25, p_changed => true)",
  "how many wait": "select public.waiting_count()",
  ...Object.fromEntries(
    ["all", "unassigned", "mine", "agent"].map((show) => [
      `the queue: ${show}`,
      `select * from public.review_queue('${show}', gen_random_uuid())`,
    ]),
  ),
};

test.each(Object.keys(others))("%s", async (name) => {
  // Those who review are few, and read whole.
  const found = await readWhole(others[name] ?? "");
  expect(found.filter((table) => table !== "exec_review_assignments")).toEqual([]);
});

const directiveOrders = [
  "last_activity desc, sd_id desc",
  "last_activity, sd_id",
  "priority_rank, sd_id",
  "quality_high_key desc, sd_id desc",
  "quality_low_key, sd_id",
  "progress_key, sd_id",
  "sd_id",
];

test.each([
  "true",
  "status = 'active'",
  "target_application = 'App 1'",
  "priority_rank = 1",
  "search_text like '%sd-777%'",
])("directives where %s, in each order", async (condition) => {
  for (const order of directiveOrders) {
    const statement = `select * from public.exec_directive_cards where ${condition} order by ${order} limit 51`;
    expect(await readWhole(statement), order).toEqual([]);
  }
});
