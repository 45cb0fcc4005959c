// Writes at random to a small pool of directives and sessions, from a seed.
import { randomUUID } from "node:crypto";
import type { Sql } from "../../../scripts/backend/database.ts";
import { directiveRow } from "./rows.ts";

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
export function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const statuses = ["active", "paused", "completed", "failed", "cancelled"];
const types = ["UI_COMPONENT", "API_ENDPOINT", "DATABASE_CHANGE", "GENERAL_FEATURE"];
const scores = [0, 0, 50, 70, 75, 84, 85, 96, null];
const agents = ["SECURITY", "TESTING", "DESIGN"];
const outcomes = ["PASS", "WARNING", "FAIL", "REVIEW_REQUIRED", "ERROR"];
const summaries = ["one", "two"];
const names = ["Code review completion", "Own gate", "Other gate"];
const states = ["held", "assigned", "skipped"];
const columns = [
  "quality_score",
  "code_quality_score",
  "performance_score",
  "security_score",
  "ux_accessibility_score",
  "test_coverage_pct",
  "implementation_progress",
] as const;

export const poolIds = (prefix: string) => Array.from({ length: 6 }, (_, n) => `${prefix}-${n}`);

/** One writer: each call is one statement. What constraints refuse is thrown as it comes. */
export function randomWriter(sql: Sql, seed: number, directives: string[], people: string[]) {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  const maybe = () => next() < 0.5;
  const day = () => new Date(Date.UTC(2026, 10, 1 + Math.floor(next() * 8)));
  const results = () =>
    sql.json(
      pick([1, 2]) === 1
        ? []
        : [1, 2].map(() => ({
            sub_agent_type: pick([...agents, "A11Y"]),
            status: pick([...outcomes, "pass ", "unknown"]),
            summary: pick([...summaries, null]),
          })),
    );

  /** A row that is there, of a table; undefined where there is none. */
  async function any(table: string) {
    const [found] = await sql`
      select * from ${sql(`public.${table}`)} order by md5(id::text || ${String(next())}) limit 1`;
    return found;
  }
  const row = async (values: object) => {
    const session = await any("exec_implementation_sessions");
    return { session_id: session?.id ?? randomUUID(), sd_id: session?.sd_id ?? "", ...values };
  };
  const insert = (table: string, values: object) =>
    sql`insert into ${sql(`public.${table}`)} ${sql(values)}`;
  const update = async (table: string, values: object) => {
    const found = await any(table);
    if (found)
      await sql`update ${sql(`public.${table}`)} set ${sql(values)} where id = ${found.id}`;
  };
  const remove = async (table: string) => {
    const found = await any(table);
    if (found) await sql`delete from ${sql(`public.${table}`)} where id = ${found.id}`;
  };
  const sessionValues = () => {
    const values: Record<string, unknown> = { [pick(columns)]: pick(scores), [pick(columns)]: 0 };
    if (maybe()) values.status = pick(statuses);
    if (maybe()) values.quality_gates = [pick(names), pick(names)];
    if (maybe()) values.sub_agent_results = results();
    if (maybe()) values.started_at = pick([day(), null]);
    if (next() < 0.2) values.sd_id = pick(directives);
    if (maybe()) values.updated_at = day();
    return values;
  };
  const outcome = () => ({ execution_status: pick(outcomes), summary: pick(summaries) });
  const done = () => ({ is_complete: pick([true, false, null]), is_required: maybe() });

  const writes: [times: number, write: () => PromiseLike<unknown>][] = [
    [
      5,
      () =>
        insert("exec_implementation_sessions", {
          sd_id: pick(directives),
          implementation_type: pick(types),
          ...sessionValues(),
        }),
    ],
    [12, () => update("exec_implementation_sessions", sessionValues())],
    [1, () => update("exec_implementation_sessions", { updated_at: day() })],
    [2, () => remove("exec_implementation_sessions")],
    [
      4,
      async () =>
        insert(
          "exec_quality_checkpoints",
          await row({ checkpoint_name: pick(names), checkpoint_type: "TESTING", ...done() }),
        ),
    ],
    [6, () => update("exec_quality_checkpoints", done())],
    [1, async () => update("exec_quality_checkpoints", { session_id: (await row({})).session_id })],
    [2, () => remove("exec_quality_checkpoints")],
    [
      4,
      async () => {
        const checkpoint = await any("exec_quality_checkpoints");
        if (!checkpoint) return;
        const { id, session_id, sd_id, checkpoint_name } = checkpoint;
        const waiver = { checkpoint_id: id, session_id, sd_id, checkpoint_name };
        await insert("exec_checkpoint_waivers", { ...waiver, reason: "r", ends_at: day() });
      },
    ],
    [1, () => update("exec_checkpoint_waivers", { ends_at: day() })],
    [1, () => remove("exec_checkpoint_waivers")],
    [
      2,
      async () =>
        insert(
          "exec_review_assignments",
          await row({ reviewer_id: pick(people), state: pick(states), ends_at: day() }),
        ),
    ],
    [1, () => update("exec_review_assignments", { state: pick(states) })],
    [1, () => remove("exec_review_assignments")],
    [
      3,
      async () =>
        insert(
          "exec_sub_agent_activations",
          await row({
            sub_agent_type: pick(agents),
            activation_reason: "r",
            severity: "LOW",
            ...outcome(),
          }),
        ),
    ],
    [2, () => update("exec_sub_agent_activations", outcome())],
    [1, () => remove("exec_sub_agent_activations")],
    [
      1,
      async () => insert("exec_handoff_preparations", await row({ implementation_summary: "s" })),
    ],
    [1, () => update("exec_handoff_preparations", { handoff_status: pick(["ready", "sent"]) })],
    [1, () => remove("exec_handoff_preparations")],
    [
      3,
      async () => {
        const values = await row({ verdict: pick(["approve", "request_changes", "comment"]) });
        const [seen] = await sql`
        select coalesce(max(id), 0) as id from public.exec_session_events where session_id = ${values.session_id}`;
        await insert("exec_session_reviews", { ...values, seen_event_id: seen?.id });
      },
    ],
    [1, () => remove("exec_session_reviews")],
    [
      3,
      () =>
        update("strategic_directives_v2", {
          title: `Title ${pick([1, 2, 3, 4])}`,
          target_application: pick(["A", "B", null]),
        }),
    ],
    [
      1,
      () =>
        update("strategic_directives_v2", {
          priority: pick(["low", "High", "?"]),
          updated_at: day(),
        }),
    ],
    // One that has sessions would be refused; one that is about to have some may be.
    [
      1,
      () => sql`
      delete from public.strategic_directives_v2 d where id = ${pick(directives)}
        and not exists (select from public.exec_implementation_sessions where sd_id = d.id)`,
    ],
    [2, () => insert("strategic_directives_v2", directiveRow(pick(directives)))],
  ];
  const all = writes.flatMap(([times, write]) => Array.from({ length: times }, () => write));
  return () => pick(all)();
}
