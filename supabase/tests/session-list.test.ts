// The list of sessions gives what a search through all of them by plain code gives, in any order, page by page.
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { migrate, type Sql } from "../../scripts/backend/database.ts";
import { directiveRow } from "./support/rows.ts";
import { scratchDatabase } from "./support/scratch.ts";

type Card = Record<string, unknown> & {
  session_id: string;
  quality_score: number | null;
  reasons: string[];
  agent_results: string[];
  open_required: string[];
};
let sql: Sql;
let cards: Card[];

const words = ["webhook", "50%", "a_b", "back\\slash", "ünïcode", "it's"];
const applications = ["EHG", 'a "b", (c)', null];

beforeAll(async () => {
  let drop = async () => {};
  ({ sql } = await scratchDatabase((given) => {
    drop = given;
  }));
  await migrate(sql, () => {});
  const directives = Array.from({ length: 80 }, (_, n) => ({
    ...directiveRow(),
    title: `${words[n % words.length]} and ${words[(n * 7 + 1) % words.length]}`,
    target_application: applications[n % 3] ?? null,
  }));
  await sql`insert into public.strategic_directives_v2 ${sql(directives)}`;
  const statuses = ["active", "completed", "failed", "cancelled"];
  const sessions = directives.flatMap(({ id }, n) =>
    statuses.slice(0, 1 + (n % 4)).map((status, k) => ({
      sd_id: id,
      status,
      implementation_type: ["UI_COMPONENT", "API_ENDPOINT", "GENERAL_FEATURE"][(n + k) % 3],
      orchestrator: k % 2 ? "EXEC_v1" : "Another",
      quality_score: n % 5 === 0 ? 0 : (n * 37 + k * 11) % 101,
      test_coverage_pct: (n * 13) % 101,
      implementation_progress: status === "completed" ? 100 - (n % 2) : (n * 17) % 100,
      before_screenshots: n % 3 === 0 ? ["a.png"] : [],
      demo_urls: n % 4 === 0 ? ["demo"] : [],
      started_at: new Date(Date.UTC(2026, n % 12, 1 + k, n % 24)),
      sub_agent_results: sql.json([
        {
          sub_agent_type: "TESTING",
          status: n % 2 ? "PASS" : "FAIL",
          summary: `found ${n} things`,
        },
      ]),
    })),
  );
  await sql`insert into public.exec_implementation_sessions ${sql(sessions)}`;
  await sql`
    insert into public.exec_session_reviews (session_id, sd_id, verdict, seen_event_id)
    select session_id, sd_id, case when risk % 2 = 0 then 'approve' else 'request_changes' end, last_event_id
    from public.exec_session_cards where status = 'completed' and gates_all % 2 = 0`;
  await sql`analyze`;
  cards = await sql`
    select c.*, s.search_text from public.exec_session_cards c
    join public.exec_session_search s using (session_id)`;
  return drop;
}, 60_000);

const bands: Record<string, [number, number]> = {
  excellent: [95, 100],
  high: [85, 94],
  good: [75, 84],
  moderate: [65, 74],
  needs: [0, 64],
};
const within = (value: unknown, [from, to]: [unknown, unknown]) =>
  value !== null && (value as number) >= (from as number) && (value as number) <= (to as number);

/** Each filter by itself, in plain code. */
// biome-ignore lint/suspicious/noExplicitAny: the values are as different as the filters
const passes: Record<string, (card: Card, value: any) => boolean> = {
  words: (card, some: string[]) => some.every((word) => String(card.search_text).includes(word)),
  sd: (card, id) => card.sd_id === id,
  status: (card, some) => some.includes(card.status),
  type: (card, some) => some.includes(card.implementation_type),
  app: (card, some) => some.includes(card.target_application),
  orchestrator: (card, some) => some.includes(card.orchestrator),
  band: ({ quality_score: score }, some: string[]) =>
    some.some((band) =>
      band === "unscored" ? score === null : within(score, bands[band] ?? [0, 0]),
    ),
  verdict: (card, some) => some.includes(card.verdict ?? "none"),
  reason: (card, some: string[]) => some.some((code) => card.reasons.includes(code)),
  agent: (card, result) => card.agent_results.includes(result),
  open: (card, type) => card.open_required.includes(type),
  scored: (card, column) => card[column] !== null,
  evidence: (card, kind) =>
    ({
      any: card.has_evidence,
      none: !card.has_evidence,
      pictures: Number(card.before_count) + Number(card.after_count) > 0,
      demos: Number(card.demo_count) > 0,
    })[kind as "any"] === true,
  quality: (card, range) => within(card.quality_score, range),
  coverage: (card, range) => within(card.test_coverage_pct, range),
  progress: (card, range) => within(card.implementation_progress, range),
  started: (card, [from, to]) =>
    within(card.started_key, [
      new Date(from),
      to === "infinity" ? Number.POSITIVE_INFINITY : new Date(to),
    ]),
  active_before: (card, time) =>
    card.status === "active" && (card.started_at as Date) < new Date(time),
  waiting: (card) => card.waiting === true,
};

const some = (...values: string[]) => fc.subarray(values, { minLength: 1 });
const range = fc.tuple(fc.nat(100), fc.nat(100)).map((ends) => ends.toSorted((a, b) => a - b));
const filters = fc.record(
  {
    words: some("hook", "50%", "a_b", "back\\", "ünï", "it's", "general", "found 7", "nowhere"),
    status: some("active", "completed", "failed", "cancelled", "no'such"),
    type: some("UI_COMPONENT", "API_ENDPOINT"),
    app: some("EHG", 'a "b", (c)', "'); drop table x; --"),
    orchestrator: some("EXEC_v1", "Another"),
    band: some("excellent", "high", "good", "moderate", "needs", "unscored"),
    verdict: some("approve", "request_changes", "none"),
    reason: some(
      "low_quality",
      "unbacked",
      "agent_failed",
      "agent_failed_high",
      "required_open",
      "unfinished",
      "unscored",
    ),
    agent: fc.constantFrom("TESTING:FAIL", "TESTING:PASS"),
    open: fc.constantFrom("TESTING", "SECURITY"),
    scored: fc.constantFrom("security_score", "test_coverage_pct"),
    evidence: fc.constantFrom("any", "none", "pictures", "demos"),
    quality: range,
    coverage: range,
    progress: range,
    started: fc.constantFrom(["2026-02-01Z", "infinity"], ["2026-01-01Z", "2026-06-30Z"]),
    active_before: fc.constant("2026-05-01T00:00:00Z"),
    waiting: fc.constant(true),
  },
  { requiredKeys: [] },
);
const few = filters.map((all) => Object.fromEntries(Object.entries(all).slice(0, 3)));

const orders: Record<string, [key: string, ascending: boolean]> = {
  newest: ["started_key", false],
  oldest: ["started_key", true],
  "quality-high": ["quality_high_key", false],
  "quality-low": ["quality_low_key", true],
  "progress-high": ["progress_key", false],
  "progress-low": ["progress_key", true],
};
const sort = fc.constantFrom(...Object.keys(orders));

function expected(asked: object, order: string): string[] {
  const [key, ascending] = orders[order] ?? ["", true];
  const place = (card: Card) => Number(card[key]);
  return cards
    .filter((card) => Object.entries(asked).every(([name, value]) => passes[name]?.(card, value)))
    .toSorted((a, b) => {
      const less = place(a) - place(b) || (a.session_id < b.session_id ? -1 : 1);
      return ascending ? less : -less;
    })
    .map(({ session_id }) => session_id);
}

async function listed(asked: object, order: string, size: number): Promise<string[]> {
  const [key = ""] = orders[order] ?? [];
  const found: string[] = [];
  let after: { value: string | null; id: string | null } = { value: null, id: null };
  for (;;) {
    const page = await sql`
      select session_id, ${sql(key)}::text as key
      from public.list_sessions(${sql.json(asked as never)}, ${order}, ${after.value}, ${after.id}, ${size})`;
    found.push(...page.map(({ session_id }) => session_id));
    const last = page.at(-1);
    if (!last || page.length < size) return found;
    after = { value: last.key, id: last.session_id };
  }
}

test("each filter alone finds what plain code finds", async () => {
  expect(cards.length).toBeGreaterThan(150);
  await fc.assert(
    fc.asyncProperty(filters, sort, async (all, order) => {
      for (const [name, value] of Object.entries(all)) {
        const asked = { [name]: value };
        expect(await listed(asked, order, 1000), JSON.stringify(asked)).toEqual(
          expected(asked, order),
        );
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

test("several filters, page by page", async () => {
  await fc.assert(
    fc.asyncProperty(few, sort, fc.integer({ min: 7, max: 60 }), async (asked, order, size) => {
      expect(await listed(asked, order, size), JSON.stringify(asked)).toEqual(
        expected(asked, order),
      );
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("the counts beside the filters are those of plain code", async () => {
  const values: Record<string, string[]> = {
    status: ["active", "completed", "failed", "cancelled", "paused"],
    type: ["UI_COMPONENT", "API_ENDPOINT"],
    app: ["EHG", 'a "b", (c)'],
    orchestrator: ["EXEC_v1", "Another"],
    band: [...Object.keys(bands), "unscored"],
    verdict: ["approve", "request_changes", "none"],
    evidence: ["any", "pictures", "demos", "none"],
    reason: ["low_quality", "unbacked", "agent_failed", "required_open", "unfinished", "unscored"],
  };
  await fc.assert(
    fc.asyncProperty(few, async (asked) => {
      const facets = await sql`select * from public.session_facets(${sql.json(asked as never)})`;
      for (const [name, known] of Object.entries(values)) {
        for (const value of known) {
          const { [name]: _, ...others } = asked as Record<string, unknown>;
          const facet = facets.find((each) => each.name === name && each.value === value);
          expect(facet?.sessions ?? 0, `${name} ${value} of ${JSON.stringify(asked)}`).toBe(
            expected({ ...others, [name]: [value] }, "newest").length,
          );
        }
      }
    }),
    { numRuns: 20 },
  );
}, 60_000);

test("a sort that there is not is refused", async () => {
  const asked = sql`select from public.list_sessions('{}', 'risk; drop table x')`;
  await expect(asked).rejects.toMatchObject({ code: "22023" });
});
