// What the overview draws equals a recount, for whoever may read, with and without filters.
import { randomInt } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Client, owner, person, stranger } from "./support/clients.ts";
import { type Filter, recount } from "./support/overview-recount.ts";
import { type Facts, mondayOf, types, writeOverview } from "./support/overview-rows.ts";
import { makeSession } from "./support/rows.ts";
import { unique } from "./support/unique.ts";

const sql = owner();
const DAY = 86_400_000;
const now = Date.now();
const monday = mondayOf(now);
const seed = randomInt(2 ** 31);
const apps = [unique("app-a"), unique('app, "b" {c}')] as const;

let facts: Facts;
let viewer: Client;
beforeAll(async () => {
  facts = await writeOverview(sql, [...apps], { now, seed });
  viewer = (await person("viewer")).client;
});

const filters: Record<string, Filter> = {
  "everything of ours": { applications: apps },
  "one application": { applications: [apps[1]] },
  "one type": { applications: apps, types: [types[0]] },
  "two types of one application": { applications: [apps[0]], types: types.slice(1) },
  "four weeks from a Monday": { applications: apps, from: monday - 28 * DAY },
  "from the middle of a week": { applications: apps, from: monday - 18 * DAY },
  "up to a Monday": { applications: apps, from: monday - 35 * DAY, to: monday - 7 * DAY },
  "a period without a session": {
    applications: apps,
    from: monday - 800 * DAY,
    to: monday - 400 * DAY,
  },
  "an application without one": { applications: [unique("nobody")] },
};

const argumentsOf = ({ from, to, types: some, applications }: Filter) => ({
  ...(from !== undefined && { p_from: new Date(from).toISOString() }),
  ...(to !== undefined && { p_to: new Date(to).toISOString() }),
  ...(some && { p_types: some }),
  p_applications: applications,
});

async function rowsOf(client: Client, name: string, given: object): Promise<object[]> {
  const { data, error } = await client.rpc(name, given);
  expect(error, name).toBeNull();
  return data;
}

const panels = {
  overview_weekly_statuses: "statuses",
  overview_weekly_quality: "quality",
  overview_weekly_domains: "domains",
  overview_bands: "bands",
  overview_types: "types",
  overview_sub_agents: "subAgents",
  overview_open_checkpoints: "checkpoints",
} as const;
const functions = [...Object.keys(panels), "overview_tiles", "overview_attention"];

const inAnyOrder = (rows: object[]) =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

describe.each(Object.entries(filters))(`of %s (seed ${seed})`, (_, filter) => {
  test.each(Object.entries(panels))("%s equals a recount", async (name, panel) => {
    const given = await rowsOf(viewer, name, argumentsOf(filter));
    expect(inAnyOrder(given)).toEqual(inAnyOrder(recount(facts, filter, now)[panel]));
  });

  test("the tiles equal a recount", async () => {
    const [tiles] = await rowsOf(viewer, "overview_tiles", argumentsOf(filter));
    const { waiting_since: since, ...expected } = recount(facts, filter, Date.now()).tiles;
    expect(tiles).toMatchObject(expected);
    const given = (tiles as { waiting_since: string | null }).waiting_since;
    expect(given === null).toBe(since === null);
    // One without a time of completion waits since its row came, which only the database knows.
    if (given && since) expect(Math.abs(Date.parse(given) - since)).toBeLessThan(60_000);
  });

  test("what needs attention is ordered by risk, the stale and ended waivers weighed in, then by age", async () => {
    const { p_types = null, p_applications } = argumentsOf(filter);
    const expected = await sql`
      select session_id from public.exec_session_cards
      where target_application = any (${[...p_applications]})
        and (${p_types === null} or implementation_type = any (${[...(p_types ?? [])]}))
        and (risk > 0 or status = 'active' and started_at < now() - interval '7 days'
          or waiting and waiver_ends_at < now())
      order by risk + 20 * (status = 'active' and coalesce(started_at < now() - interval '7 days', false))::int
          + 20 * (waiting and coalesce(waiver_ends_at < now(), false))::int desc,
        started_key, session_id
      limit 7`;
    const given = await rowsOf(viewer, "overview_attention", {
      ...(p_types && { p_types }),
      p_applications,
      p_limit: 7,
    });
    expect(given.map((row) => (row as { session_id: string }).session_id)).toEqual(
      expected.map(({ session_id }) => session_id),
    );
  });
});

test("the recount has something of everything to count", () => {
  const { statuses, quality, tiles, ...rest } = recount(facts, { applications: apps }, now);
  expect(statuses.length).toBeGreaterThan(5);
  expect(quality.some(({ scored }) => scored > 1)).toBe(true);
  for (const rows of Object.values(rest)) expect(rows.length).toBeGreaterThan(2);
  expect(tiles).toMatchObject({ active: expect.toSatisfy((n: number) => n > 0) });
});

test("the weeks come newest first", async () => {
  for (const name of [
    "overview_weekly_statuses",
    "overview_weekly_quality",
    "overview_weekly_domains",
  ]) {
    const rows = await rowsOf(viewer, name, { p_applications: apps });
    const weeks = rows.map((row) => (row as { week: string }).week);
    expect(weeks).toEqual(weeks.toSorted().reverse());
  }
});

test("the applications are those of the directives", async () => {
  const expected = await sql`
    select distinct target_application from public.strategic_directives_v2
    where target_application is not null order by 1 limit 100`;
  expect(await rowsOf(viewer, "target_applications", {})).toEqual([...expected]);
});

test("a session follows its directive to another application", async () => {
  const [one, other] = [unique("app"), unique("app")];
  const { sd_id } = await makeSession(sql, { quality_score: 90 });
  const bandsOf = (app: string) => rowsOf(viewer, "overview_bands", { p_applications: [app] });
  for (const app of [one, other]) {
    await sql`update public.strategic_directives_v2 set target_application = ${app} where id = ${sd_id}`;
    expect(await bandsOf(app)).toEqual([{ band: "high", sessions: 1 }]);
  }
  expect(await bandsOf(one)).toEqual([]);
});

describe("who may ask", () => {
  test.each([...functions, "target_applications"])("%s is refused to a stranger", async (name) => {
    const { data, error } = await stranger().rpc(name);
    expect(data).toBeNull();
    expect(error?.code).toBe("42501");
  });

  // The user's document lets every account read; Exhibit's pages turn those away.
  test.each(["reviewer", "admin", undefined] as const)("%s reads the same", async (role) => {
    const { client } = await person(role);
    for (const name of functions.filter((each) => each !== "overview_tiles")) {
      const given = { p_applications: apps };
      expect(inAnyOrder(await rowsOf(client, name, given)), name).toEqual(
        inAnyOrder(await rowsOf(viewer, name, given)),
      );
    }
  });
});
