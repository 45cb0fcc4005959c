// What every open page asks every few seconds: whether something changed, from an index alone.
import { expect, test } from "vitest";
import { migrate, ownerConnection, type Sql } from "../../scripts/backend/database.ts";
import { act } from "./support/acting.ts";
import { type Client, owner, person, shared, stranger } from "./support/clients.ts";
import { makePeople, makeSession } from "./support/rows.ts";
import { scratchDatabase } from "./support/scratch.ts";

const sql = owner();

type Scope = { p_session?: string; p_sd?: string };

async function ask(client: Client, scope: Scope = {}) {
  const { data, error } = await client.rpc("newest_change", scope);
  expect(error).toBeNull();
  return data[0] as { is_member: boolean; mark: number; seconds: number | null };
}

const scopesOf = ({ id, sd_id }: { id: string; sd_id: string }): Scope[] => [
  {},
  { p_session: id },
  { p_sd: sd_id },
];
const marksOf = (client: Client, scopes: Scope[]) =>
  Promise.all(scopes.map(async (scope) => (await ask(client, scope)).mark));

test("a change raises the mark of its session, of its directive and of everything, and no other", async () => {
  const { client } = await person("viewer");
  const [session, other] = [await makeSession(sql), await makeSession(sql)];
  const before = await marksOf(client, scopesOf(session));
  const beforeOther = await marksOf(client, scopesOf(other).slice(1));
  await sql`
    update public.exec_implementation_sessions set quality_score = 71 where id = ${session.id}`;
  const after = await marksOf(client, scopesOf(session));
  expect(after.map((mark, index) => mark > Number(before[index]))).toEqual([true, true, true]);
  expect(await marksOf(client, scopesOf(other).slice(1))).toEqual(beforeOther);
  const { seconds } = await ask(client, { p_session: session.id });
  expect(seconds).toBeGreaterThanOrEqual(0);
  expect(seconds).toBeLessThan(10);

  await sql`update public.strategic_directives_v2 set title = 'B' where id = ${session.sd_id}`;
  const [, ofSession, ofDirective] = await marksOf(client, scopesOf(session));
  expect(ofSession).toBe(after[1]);
  expect(ofDirective).toBeGreaterThan(Number(after[2]));
});

test("where nothing is known the mark is 0", async () => {
  const { client } = await person("viewer");
  const nothing = { is_member: true, mark: 0, seconds: null };
  expect(await ask(client, { p_sd: "SD-NONE" })).toEqual(nothing);
  expect(await ask(client, { p_session: crypto.randomUUID() })).toEqual(nothing);
});

test("a change that is committed after one with a higher id raises it too", async () => {
  const { client } = await person("viewer");
  const [slow, quick] = [await makeSession(sql), await makeSession(sql)];
  const late = ownerConnection(shared().databaseUrl, 1);
  const marks = [(await ask(client)).mark];
  await late.begin(async (tx) => {
    await tx`
      update public.exec_implementation_sessions set quality_score = 60 where id = ${slow.id}`;
    await sql`
      update public.exec_implementation_sessions set quality_score = 61 where id = ${quick.id}`;
    marks.push((await ask(client)).mark);
  });
  marks.push((await ask(client)).mark);
  await late.end();
  expect(marks).toEqual([...new Set(marks)].sort((a, b) => a - b));
  expect(marks).toHaveLength(3);
});

test("it is a member who learns it", async () => {
  const session = await makeSession(sql);
  expect(await act("newest_change", {}, stranger())).toBe("42501");
  const { client } = await person();
  for (const scope of scopesOf(session)) {
    expect(await ask(client, scope)).toEqual({ is_member: false, mark: 0, seconds: null });
  }
});

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  Plans?: Plan[];
};
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** What a member's question reads of the events, planned as the function is: without its values. */
async function readsOf(db: Sql, member: string, ...values: (string | null)[]) {
  const [found] = await db`select prosrc from pg_proc where proname = 'newest_change'`;
  const query = String(found?.prosrc).replaceAll("p_session", "$1").replaceAll("p_sd", "$2");
  const connection = await db.reserve();
  try {
    await connection`set plan_cache_mode = force_generic_plan`;
    await connection`
      select set_config('request.jwt.claim.sub', ${member}, false)`;
    await connection.unsafe(`prepare asked (uuid, text) as ${query}`);
    const given = values.map((value) => (value === null ? "null" : `'${value}'`)).join();
    const [plan] = await connection.unsafe(
      `explain (analyze, format json) execute asked (${given})`,
    );
    await connection`deallocate asked`;
    return (
      nodes(plan?.["QUERY PLAN"][0].Plan)
        .filter((node) => node["Relation Name"] === "exec_session_events")
        // The ways to the other answers are in the plan, and find nothing.
        .filter((node) => node["Actual Rows"] > 0 || !/^Index/.test(node["Node Type"]))
        .map((node) => `${node["Node Type"]} ${node["Index Name"]}: ${node["Actual Rows"]}`)
    );
  } finally {
    connection.release();
  }
}

test("of many events it reads a piece of an index, and of the newest when it was", async () => {
  const { sql: db } = await scratchDatabase();
  await migrate(db, () => {});
  const [id = ""] = await makePeople(db, 1);
  const member = { user_id: id, email: "m@exhibit.test", name: "M", role: "viewer" };
  await db`insert into public.team_members ${db(member)}`;
  await db`
    insert into public.exec_session_events (session_id, sd_id, kind, action)
    select md5((n % 50)::text)::uuid, 'SD-' || n % 20, 'session', 'changed'
    from generate_series(1, 100000) n`;
  await db`vacuum analyze public.exec_session_events`;
  const [event] = await db`select session_id, sd_id from public.exec_session_events where id = 50`;
  const newest = "Index Scan exec_session_events_pkey: 1";
  expect(await readsOf(db, id, null, null)).toEqual([
    "Index Only Scan exec_session_events_pkey: 512",
    newest,
  ]);
  expect(await readsOf(db, id, event?.session_id, null)).toEqual([
    "Index Only Scan exec_session_events_session_idx: 512",
    newest,
  ]);
  expect(await readsOf(db, id, null, event?.sd_id)).toEqual([
    "Index Only Scan exec_session_events_sd_idx: 512",
    newest,
  ]);
});
