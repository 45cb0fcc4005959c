// What our triggers cost those who write: rows a second with and without them, in turn.
import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { type AdminClient, adminClient } from "../scripts/accounts.ts";
import { type Figure, median, middle } from "./figures.ts";
import { apiUrl, ownerUrl, secrets } from "./instance.ts";
import { follow } from "./triggers.ts";

const ROUNDS = 15;
const AIM = 0.75;
/** As many connections as the API holds: each plans the triggers anew once they were switched. */
const WARM_UP = 15;
const MARK = "SD-WRITE-";

type Work = {
  name: string;
  rows: number;
  /** Makes ready, unmeasured, and gives what is to be sent one after the other. */
  prepare: (sql: Sql, count: number) => Promise<((client: AdminClient) => Refusable)[]>;
};
type Refusable = PromiseLike<{ error: { message: string } | null }>;

/** Directives without a session. */
async function directives(sql: Sql, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => MARK + randomUUID());
  await sql`
    insert into public.strategic_directives_v2
      (id, title, status, category, priority, description, rationale, scope)
    select id, 'Written by the bench', 'active', 'quality', 'low', 'd', 'r', 's'
    from unnest(${ids}::text[]) as id`;
  return ids;
}

const types = ["UI_COMPONENT", "API_ENDPOINT", "GENERAL_FEATURE"];

/** As an agent inserts it. */
const session = (sd_id: string, i: number) => ({
  sd_id,
  implementation_type: types[i % types.length] as string,
  quality_score: 60 + (i % 40),
  quality_gates: ["Unit test coverage ≥80%", "Code review completion"],
  sub_agent_results: [
    { sub_agent_type: "TESTING", status: "PASS", summary: "118 tests pass.", score: 90 },
    { sub_agent_type: "SECURITY", status: "WARNING", summary: "One low finding.", score: 80 },
  ],
});

async function sessions(sql: Sql, count: number): Promise<string[]> {
  const rows = (await directives(sql, count)).map(session);
  const made = await sql`
    insert into public.exec_implementation_sessions ${sql(
      rows.map((row) => ({ ...row, sub_agent_results: sql.json(row.sub_agent_results) })),
    )} returning id`;
  return made.map(({ id }) => id);
}

const works: Work[] = [
  {
    name: "sessions inserted one by one",
    rows: 60,
    prepare: async (sql, count) =>
      (await directives(sql, count)).map(
        (id, i) => (client) => client.from("exec_implementation_sessions").insert(session(id, i)),
      ),
  },
  {
    name: "sessions inserted in batches of 500",
    rows: 500,
    prepare: async (sql, count) => {
      const rows = (await directives(sql, count)).map(session);
      return [(client) => client.from("exec_implementation_sessions").insert(rows)];
    },
  },
  {
    name: "sessions updated one by one",
    rows: 60,
    prepare: async (sql, count) =>
      (await sessions(sql, count)).map(
        (id, i) => (client) =>
          client
            .from("exec_implementation_sessions")
            .update({ implementation_progress: 1 + (i % 100), quality_score: 70 })
            .eq("id", id),
      ),
  },
  {
    name: "checkpoints completed one by one",
    rows: 60,
    prepare: async (sql, count) =>
      (await sessions(sql, count)).map(
        (id) => (client) =>
          client
            .from("exec_quality_checkpoints")
            .update({ is_complete: true, score: 90, completed_at: new Date().toISOString() })
            .eq("session_id", id)
            .eq("checkpoint_name", "Code review completion"),
      ),
  },
];

async function send(client: AdminClient, writes: ((client: AdminClient) => Refusable)[]) {
  for (const write of writes) {
    const { error } = await write(client);
    if (error) throw new Error(error.message);
  }
}

/** Rows a second. */
async function rate(sql: Sql, client: AdminClient, { rows, prepare }: Work, followed: boolean) {
  await follow(sql, followed);
  for (let i = 0; i < WARM_UP; i++) await send(client, await prepare(sql, 1));
  const writes = await prepare(sql, rows);
  const began = performance.now();
  await send(client, writes);
  return rows / ((performance.now() - began) / 1000);
}

async function compare(sql: Sql, client: AdminClient, work: Work): Promise<Figure> {
  const withThem: number[] = [];
  const without: number[] = [];
  for (let i = -1; i < ROUNDS; i++) {
    for (const followed of i % 2 === 0 ? [true, false] : [false, true]) {
      const found = await rate(sql, client, work, followed);
      if (i >= 0) (followed ? withThem : without).push(found);
    }
  }
  const ratios = withThem.map((found, i) => found / (without[i] ?? Number.NaN));
  const [on, off] = [withThem, without].map((found) => median(found).toFixed(0));
  return {
    what: `${work.name}: with ÷ without our triggers`,
    value: `${middle(ratios)}: ${on} ÷ ${off} rows a second`,
    aim: `≥ ${AIM}`,
    met: median(ratios) >= AIM,
  };
}

/** Nothing of it stays, so that other parts find the sessions that were made for them. */
async function tidy(sql: Sql) {
  await follow(sql, false);
  const written = sql`sd_id like ${`${MARK}%`}`;
  await sql`delete from public.exec_implementation_sessions where ${written}`;
  await sql`delete from public.strategic_directives_v2 where id like ${`${MARK}%`}`;
  await sql`delete from public.exec_session_events where ${written}`;
  await follow(sql, true);
  await sql`select exhibit.rebuild_cards()`;
  await sql`vacuum analyze`;
}

export async function measureWriters(): Promise<Figure[]> {
  const sql = postgres(ownerUrl(), { max: 1, onnotice: () => {} });
  const client = adminClient(apiUrl, secrets().secretKey);
  try {
    const figures: Figure[] = [];
    for (const work of works) figures.push(await compare(sql, client, work));
    await tidy(sql);
    return figures;
  } finally {
    await sql.end();
  }
}
