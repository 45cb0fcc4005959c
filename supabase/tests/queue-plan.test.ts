// Each view of the queue is read from an index, however many sessions there are.
import { expect, test } from "vitest";
import { migrate, type Sql } from "../../scripts/backend/database.ts";
import { makePeople } from "./support/rows.ts";
import { scratchDatabase } from "./support/scratch.ts";

/** Cards alone, whose tables nobody reads here: every so many waits, or waits for the agent. */
async function fill(sql: Sql, count: number, every: { waits: number; returned: number }) {
  const people = await makePeople(sql, 5);
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`truncate public.exec_session_cards, public.exec_review_assignments`;
    await tx`
      insert into public.exec_session_cards (
        session_id, sd_id, directive_title, status, implementation_type, gates_met, gates_all, open_required,
        agent_results, before_count, after_count, demo_count, started_at, ended_at, verdict, session_event_id,
        last_event_id, last_event_at, waiting, reasons, risk, started_key, quality_high_key,
        quality_low_key, progress_key
      )
      select gen_random_uuid(), 'SD-' || n, 'A directive', 'completed', 'UI_COMPONENT', 3, 6, '{}', '{}', 0, 0, 0,
        at, at, case when n % ${every.returned} = 1 then 'request_changes' end, n, n, at, n % ${every.waits} = 0,
        '{}', n % 80, at, 80, 80, 100
      from generate_series(1, ${count}) n, lateral (select now() - n * interval '1 minute' as at) t`;
    await tx`
      insert into public.exec_review_assignments (session_id, sd_id, reviewer_id, state, ends_at)
      select session_id, sd_id, (${people}::uuid[])[1 + session_event_id % 5],
        case session_event_id % 3 when 0 then 'skipped' else 'held' end, now() + interval '20 minutes'
      from public.exec_session_cards where waiting and session_event_id % 4 = 0`;
  });
  await sql`analyze public.exec_session_cards, public.exec_review_assignments, public.team_members`;
}

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Plans?: Plan[];
};
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** The query of the queue as the function plans it, which knows none of its values. */
async function planOfQueue(sql: Sql) {
  const [found] = await sql`select prosrc from pg_proc where proname = 'review_queue'`;
  const query = ["p_show", "p_member", "p_limit"].reduce(
    (text, name, n) => text.replaceAll(name, `$${n + 1}`),
    String(found?.prosrc),
  );
  const connection = await sql.reserve();
  try {
    await connection`set plan_cache_mode = force_generic_plan`;
    await connection.unsafe(`prepare asked (text, uuid, integer) as ${query}`);
    const [plan] = await connection.unsafe(
      "explain (format json) execute asked ('all', gen_random_uuid(), 50)",
    );
    await connection`deallocate asked`;
    return nodes(plan?.["QUERY PLAN"][0].Plan);
  } finally {
    connection.release();
  }
}

test.each([
  [3000, { waits: 7, returned: 30 }],
  [3000, { waits: 2, returned: 3 }],
  [20_000, { waits: 500, returned: 1000 }],
])("of %i sessions with %j", async (count, every) => {
  const { sql } = await scratchDatabase();
  await migrate(sql, () => {});
  await fill(sql, count, every);
  const cards = (await planOfQueue(sql)).filter(
    (node) => node["Relation Name"] === "exec_session_cards",
  );
  const [all, unassigned, mine, agent] = cards.map(
    (node) => `${node["Node Type"]} ${node["Index Name"]}`,
  );
  expect(cards).toHaveLength(4);
  const waiting = "Index Scan exec_session_cards_waiting_idx";
  expect([all, unassigned]).toEqual([waiting, waiting]);
  // From one's own, or, where they are fewer, from those that wait.
  const waited = "Index Scan exec_session_cards_waited_idx";
  expect(["Index Scan exec_session_cards_pkey", waiting, waited]).toContain(mine);
  expect(agent).toBe("Index Scan exec_session_cards_returned_idx");
});
