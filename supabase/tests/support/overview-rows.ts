// Random directives and sessions with what is true of them, for a recount that knows no cards.
import fc from "fast-check";
import type { Sql } from "../../../scripts/backend/database.ts";
import { directiveRow } from "./rows.ts";
import { unique } from "./unique.ts";

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

export const types = ["UI_COMPONENT", "API_ENDPOINT", "GENERAL_FEATURE"] as const;
export const statuses = ["active", "paused", "completed", "failed", "cancelled"] as const;
const results = ["TESTING:PASS", "TESTING:FAIL", "SECURITY:WARNING", "DESIGN:ERROR", "OTHER:FAIL"];
const scores = ["quality", "code_quality", "performance", "security", "ux_accessibility"] as const;

/** 00:00 UTC of the week's Monday, as one counts it by the calendar. */
export function mondayOf(time: number): number {
  const day = new Date(time);
  day.setUTCHours(0, 0, 0, 0);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.getTime();
}

/** Sunday's last moment, Monday's first, and any time of some weeks before now. */
const momentsBefore = (now: number) =>
  fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(-1, 0))
      .map(([weeks, step]) => mondayOf(now) - weeks * WEEK + step),
    fc.integer({ min: 0, max: 70 * 24 }).map((hours) => now - hours * HOUR - HOUR / 2),
  );

/** "untouched": the default of 0 that nobody set; "zero": a 0 that somebody did. */
const score = fc.oneof(
  fc.constantFrom("untouched" as const, "zero" as const, null),
  fc.integer({ min: 1, max: 100 }),
);

const session = (now: number) =>
  fc.record({
    type: fc.constantFrom(...types),
    scores: fc.tuple(score, score, score, score, score),
    /** Some know when they were made and not when they started; some neither. */
    start: fc.oneof(
      {
        weight: 8,
        arbitrary: fc.record({ at: momentsBefore(now), known: fc.constant("started") }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ at: momentsBefore(now), known: fc.constant("created") }),
      },
      { weight: 1, arbitrary: fc.record({ at: fc.constant(0), known: fc.constant("nothing") }) },
    ),
    /** Null: nobody wrote it, and it is when the row came. */
    completedAt: fc.option(
      fc.oneof(
        momentsBefore(now),
        fc.constantFrom(now - WEEK - HOUR, now - WEEK + HOUR, mondayOf(now) - WEEK),
      ),
    ),
    results: fc.subarray(results),
    /** The first result stands in the table of activations as well. */
    twice: fc.boolean(),
    completeTypes: fc.subarray(["TESTING", "CODE_QUALITY", "SECURITY", "ACCESSIBILITY"]),
    /** Of the code review: from yesterday on it is required again, or not for a year. */
    waiver: fc.constantFrom("none" as const, "ended" as const, "lasting" as const),
    verdict: fc.constantFrom("none", "approve", "approve before a change", "comment"),
  });

const directive = (now: number, applications: string[]) =>
  fc.record({
    application: fc.constantFrom(...applications),
    status: fc.constantFrom("in_progress", "implementation_review_required"),
    sessions: fc
      .subarray([...statuses], { maxLength: 3 })
      .chain((some) =>
        fc.tuple(...some.map((status) => session(now).map((s) => ({ ...s, status })))),
      ),
  });

type Drawn = ReturnType<typeof directive> extends fc.Arbitrary<infer D> ? D : never;
type DrawnSession = Drawn["sessions"][number];

export type Fact = Omit<DrawnSession, "scores"> & {
  id: string;
  application: string;
  /** Milliseconds; -Infinity where nothing tells. */
  startedKey: number;
  endedAt: number;
  scores: Record<(typeof scores)[number], number | null>;
  waiting: boolean;
};
export type Facts = { directives: { application: string; status: string; sessions: Fact[] }[] };

/** Writes them as agents do, and says what is true of them. */
export async function writeOverview(
  sql: Sql,
  applications: string[],
  { now, seed }: { now: number; seed: number },
): Promise<Facts> {
  const drawn = fc.sample(directive(now, applications), { numRuns: 40, seed });
  const directives: Facts["directives"] = [];
  for (const { application, status, sessions } of drawn) {
    const row = { ...directiveRow(unique("SD")), status, target_application: application };
    await sql`insert into public.strategic_directives_v2 ${sql(row)}`;
    const facts: Fact[] = [];
    for (const each of sessions) facts.push(await writeSession(sql, row.id, application, each));
    directives.push({ application, status, sessions: facts });
  }
  return { directives };
}

async function writeSession(sql: Sql, sd_id: string, application: string, drawn: DrawnSession) {
  const { type, status, start, completedAt, verdict } = drawn;
  const at = new Date(start.at).toISOString();
  const ends = ["completed", "failed", "cancelled"].includes(status);
  const agentResults = drawn.results.map((result) => {
    const [agent, outcome] = result.split(":");
    return {
      sub_agent_type: agent === "OTHER" ? "LINTER" : agent,
      status: outcome,
      summary: result,
    };
  });
  const values = Object.fromEntries(
    scores.map((name, index) => {
      const value = drawn.scores[index];
      return [`${name}_score`, value === "untouched" ? 0 : value === "zero" ? 50 : (value ?? null)];
    }),
  );
  const row = {
    sd_id,
    implementation_type: type,
    status,
    ...values,
    started_at: start.known === "started" ? at : null,
    created_at: start.known === "nothing" ? null : at,
    completed_at: ends && completedAt !== null ? new Date(completedAt).toISOString() : null,
    sub_agent_results: sql.json(agentResults),
  };
  const [made] = await sql`
    insert into public.exec_implementation_sessions ${sql(row)} returning id`;
  const id = String(made?.id);
  const [first] = agentResults;
  if (drawn.twice && first && first.sub_agent_type !== "LINTER") {
    const activation = {
      session_id: id,
      sd_id,
      sub_agent_type: first.sub_agent_type ?? "",
      activation_reason: "r",
      execution_status: first.status ?? "",
      severity: "LOW",
      summary: first.summary,
    };
    await sql`insert into public.exec_sub_agent_activations ${sql(activation)}`;
  }
  await sql`
    update public.exec_quality_checkpoints set is_complete = true
    where session_id = ${id} and checkpoint_type = any (${drawn.completeTypes})`;
  if (drawn.waiver !== "none") {
    const days = drawn.waiver === "ended" ? -1 : 365;
    await sql`
      insert into public.exec_checkpoint_waivers
        (checkpoint_id, session_id, sd_id, checkpoint_name, reason, ends_at)
      select id, session_id, sd_id, checkpoint_name, 'r', now() + ${days} * interval '1 day'
      from public.exec_quality_checkpoints
      where session_id = ${id} and checkpoint_name = 'Code review completion'`;
  }
  if (verdict === "approve before a change") await review(sql, id, sd_id, "approve");
  for (const [index, name] of scores.entries()) {
    if (drawn.scores[index] !== "zero") continue;
    await sql`
      update public.exec_implementation_sessions set ${sql({ [`${name}_score`]: 0 })} where id = ${id}`;
  }
  await sql`update public.exec_implementation_sessions set session_version = '2' where id = ${id}`;
  if (verdict === "approve" || verdict === "comment") await review(sql, id, sd_id, verdict);
  return {
    ...drawn,
    id,
    application,
    startedKey: start.known === "nothing" ? Number.NEGATIVE_INFINITY : start.at,
    endedAt: completedAt ?? Date.now(),
    scores: Object.fromEntries(
      scores.map((name, index) => {
        const value = drawn.scores[index];
        return [name, value === "untouched" ? null : value === "zero" ? 0 : (value ?? null)];
      }),
    ) as Fact["scores"],
    waiting: status === "completed" && verdict !== "approve",
  };
}

const review = (sql: Sql, session_id: string, sd_id: string, verdict: string) => sql`
  insert into public.exec_session_reviews (session_id, sd_id, verdict, seen_event_id)
  select ${session_id}, ${sd_id}, ${verdict}, max(id)
  from public.exec_session_events where session_id = ${session_id}`;
