// Where people and agents differ equals a recount of what both said, verdict by verdict.
import { randomInt } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { change } from "./support/cards.ts";
import { type Client, owner, person, stranger } from "./support/clients.ts";
import { makeDirective, makePeople, makeSession } from "./support/rows.ts";
import { unique } from "./support/unique.ts";

const sql = owner();
const DAY = 86_400_000;
const now = Date.now();
const seed = randomInt(2 ** 31);
const apps = [unique("app-a"), unique("app-b")];
const types = ["UI_COMPONENT", "API_ENDPOINT", "GENERAL_FEATURE"];
const domains = ["code_quality", "performance", "security", "ux_accessibility"] as const;
const results = ["TESTING:PASS", "TESTING:FAIL", "SECURITY:PASS", "DESIGN:FAIL", "DATABASE:ERROR"];

type Scores = (number | null)[];
const scores = fc.tuple(
  ...domains.map(() => fc.option(fc.integer({ min: 1, max: 100 }), { freq: 2 })),
);
const drawing = fc.record({
  application: fc.constantFrom(...apps),
  type: fc.constantFrom(...types),
  daysAgo: fc.integer({ min: 0, max: 60 }),
  reviews: fc.array(
    fc.record({
      verdict: fc.constantFrom("approve", "request_changes", "comment"),
      mine: scores,
      /** What the agents say before it is given. */
      theirs: scores,
      results: fc.subarray(results),
    }),
    { maxLength: 3 },
  ),
});
type Drawn = typeof drawing extends fc.Arbitrary<infer D> ? D : never;

let drawn: Drawn[];
let viewer: Client;
beforeAll(async () => {
  drawn = fc.sample(drawing, { numRuns: 40, seed });
  const [reviewer_id = ""] = await makePeople(sql, 1);
  for (const each of drawn) await write(each, reviewer_id);
  viewer = (await person("viewer")).client;
});

const columns = (values: Scores) =>
  Object.fromEntries(domains.map((name, n) => [`${name}_score`, values[n] ?? null]));

async function write({ application, type, daysAgo, reviews }: Drawn, reviewer_id: string) {
  const { id, sd_id } = await makeSession(sql, {
    sd_id: await makeDirective(sql, { target_application: application }),
    implementation_type: type,
    status: "completed",
    started_at: new Date(now - daysAgo * DAY),
  });
  for (const [n, review] of reviews.entries()) {
    const said = review.results.map((result) => {
      const [sub_agent_type, status] = result.split(":");
      return { sub_agent_type, status, summary: "s" };
    });
    await change(sql, id, {
      ...columns(review.theirs),
      sub_agent_results: sql.json(said as never),
    });
    const row = {
      session_id: id,
      sd_id,
      reviewer_id,
      verdict: review.verdict,
      ...columns(review.mine),
      seen_event_id: 1,
      created_at: new Date(now + n),
    };
    await sql`insert into public.exec_session_reviews ${sql(row)}`;
  }
  // What agents say once it was given is no part of it.
  await change(sql, id, { ...columns([1, 1, 1, 1]), sub_agent_results: sql.json([]) });
}

type Filter = { from?: number; to?: number; types?: string[]; applications: string[] };
const filters: Record<string, Filter> = {
  "all of ours": { applications: apps },
  "one application": { applications: apps.slice(1) },
  "two types": { applications: apps, types: types.slice(0, 2) },
  "the last thirty days": { applications: apps, from: now - 30.5 * DAY },
  "the thirty before": { applications: apps, from: now - 60.5 * DAY, to: now - 30.5 * DAY },
  "an application without one": { applications: [unique("nobody")] },
};

const within = (filter: Filter) =>
  drawn.filter(({ application, type, daysAgo }) => {
    const start = now - daysAgo * DAY;
    return (
      filter.applications.includes(application) &&
      (filter.types?.includes(type) ?? true) &&
      start >= (filter.from ?? 0) &&
      start < (filter.to ?? Number.POSITIVE_INFINITY)
    );
  });

type Case = { grouped_by: string; name: string; difference: number };

function differences(filter: Filter) {
  const cases = within(filter).flatMap(({ type, reviews }) =>
    reviews.flatMap(({ mine, theirs, results: said }) =>
      domains.flatMap((domain, n): Case[] => {
        const [own, agents] = [mine[n], theirs[n]];
        if (typeof own !== "number" || typeof agents !== "number") return [];
        const difference = own - agents;
        const reported = new Set(said.map((result) => result.split(":")[0] ?? ""));
        return [
          { grouped_by: "domain", name: domain, difference },
          { grouped_by: "type", name: type, difference },
          ...[...reported].map((name) => ({ grouped_by: "sub_agent", name, difference })),
        ];
      }),
    ),
  );
  const groups = Map.groupBy(cases, ({ grouped_by, name }) => `${grouped_by} ${name}`);
  return [...groups].map(([group, some]) => {
    const mean = some.reduce((sum, { difference }) => sum + difference, 0) / some.length;
    return `${group} ${some.length} ${mean.toFixed(6)}`;
  });
}

function overturned(filter: Filter) {
  const cases = within(filter).flatMap(({ reviews }) => {
    const last = reviews.findLast(({ verdict }) => verdict !== "comment");
    return (last?.results ?? []).flatMap((result) => {
      const [agent = "", outcome] = result.split(":");
      if (outcome === "ERROR") return [];
      const against = outcome === "PASS" ? "request_changes" : "approve";
      return [{ agent, against: last?.verdict === against }];
    });
  });
  return [...Map.groupBy(cases, ({ agent }) => agent)].map(
    ([agent, some]) => `${agent} ${some.length} ${some.filter(({ against }) => against).length}`,
  );
}

const ask = async (name: string, { from, to, types: some, applications }: Filter) => {
  const { data, error } = await viewer.rpc(name, {
    ...(from !== undefined && { p_from: new Date(from).toISOString() }),
    ...(to !== undefined && { p_to: new Date(to).toISOString() }),
    ...(some && { p_types: some }),
    p_applications: applications,
  });
  expect(error).toBeNull();
  return data as Record<string, string | number>[];
};

describe.each(Object.entries(filters))(`of %s (seed ${seed})`, (_, filter) => {
  test("the mean differences equal a recount", async () => {
    const rows = await ask("overview_review_scores", filter);
    const said = rows.map(
      (row) => `${row.grouped_by} ${row.name} ${row.cases} ${Number(row.difference).toFixed(6)}`,
    );
    expect(said.sort()).toEqual(differences(filter).sort());
  });

  test("how often people decided against agents equals a recount", async () => {
    const rows = await ask("overview_overturned", filter);
    const said = rows.map((row) => `${row.sub_agent_type} ${row.cases} ${row.overturned}`);
    expect(said.sort()).toEqual(overturned(filter).sort());
  });
});

test("the recount has something of everything to count", () => {
  const all = { applications: apps };
  expect(differences(all).length).toBeGreaterThan(8);
  expect(overturned(all).some((each) => !each.endsWith(" 0"))).toBe(true);
});

test.each(["overview_review_scores", "overview_overturned"])(
  "%s is refused to a stranger",
  async (name) => {
    expect((await stranger().rpc(name)).error?.code).toBe("42501");
  },
);
