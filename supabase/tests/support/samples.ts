// A row of each table, and a change to it, with which the sweep over all roles tries its luck.
import { randomUUID } from "node:crypto";
import type { Sql } from "../../../scripts/backend/database.ts";
import { makeAccount } from "./clients.ts";
import { directiveRow, makeDirective, makeSession } from "./rows.ts";
import { unique } from "./unique.ts";

export type Sample = {
  key: string;
  /** A row that would be taken if the writer might write. */
  row: Record<string, unknown>;
  change: Record<string, unknown>;
};

/** The views: they are read, and take no writes from anybody. */
export const views = ["v_exec_implementation_summary"];

/** Every table of the schema `public`; a table that is missing here fails the sweep. */
export async function makeSamples(sql: Sql): Promise<Record<string, Sample>> {
  const { id: session_id, sd_id } = await makeSession(sql);
  const free = await makeDirective(sql);
  await sql`insert into public.product_requirements_v2 (id, sd_id, title) values (${unique("PRD")}, ${sd_id}, 't')`;
  const belongs = { id: randomUUID(), session_id, sd_id };
  const activation = {
    ...belongs,
    sub_agent_type: "TESTING",
    activation_reason: "r",
    execution_status: "PASS",
    severity: "LOW",
    summary: "s",
  };
  await sql`insert into public.exec_sub_agent_activations ${sql({ ...activation, id: randomUUID() })}`;
  const handoff = { ...belongs, implementation_summary: "s" };
  await sql`insert into public.exec_handoff_preparations ${sql({ ...handoff, id: randomUUID() })}`;
  const account = await makeAccount();
  const review = { ...belongs, verdict: "comment", seen_event_id: 1 };
  await sql`insert into public.exec_session_reviews ${sql({ ...review, id: randomUUID() })}`;
  const target = { implementation_type: "API_ENDPOINT", domain: "security", least_score: 80 };
  await sql`
    insert into public.quality_targets ${sql({ ...target, domain: "performance" })} on conflict do nothing`;
  const [waivable, waived] = await sql`
    select id from public.exec_quality_checkpoints where session_id = ${session_id} order by id`;
  const until = "2030-01-01T00:00:00+00:00";
  const waiver = { ...belongs, checkpoint_name: "c", reason: "r", ends_at: until };
  await sql`
    insert into public.exec_checkpoint_waivers ${sql({ ...waiver, id: randomUUID(), checkpoint_id: waived?.id })}`;
  const assignment = { ...belongs, reviewer_id: account.id, state: "held", ends_at: until };
  const skipped = { id: randomUUID(), reviewer_id: (await makeAccount()).id, state: "skipped" };
  await sql`insert into public.exec_review_assignments ${sql({ ...assignment, ...skipped })}`;
  const file = { media_type: "video/mp4", bytes: 1 };
  // With a letter: the embedded server reads digits in a filter as a number.
  const hash = (digit: number) => `${digit}a`.repeat(32);
  await sql`
    insert into public.exec_evidence_files ${sql({ ...file, hash: hash(1) })} on conflict do nothing`;
  await sql`
    insert into public.exec_evidence_uses ${sql({ hash: hash(1), session_id })}`;
  const pairing = { ...belongs, before_url: "a.png", after_url: "b.png" };
  await sql`
    insert into public.exec_evidence_pairings
    ${sql({ ...pairing, id: randomUUID(), before_url: "c.png", after_url: "d.png" })}`;
  const pin = { ...belongs, url: "a.png", x: 0.5, y: 0.5, body: "b" };
  await sql`insert into public.exec_evidence_pins ${sql({ ...pin, id: randomUUID() })}`;
  // So that there are some of both: folded ones, and those that came afterwards.
  await sql`select exhibit.fold_counts()`;
  await makeSession(sql);
  const counted = {
    grain: 0,
    metric: unique("metric"),
    day: "2026-11-16",
    implementation_type: "",
    target_application: "",
    value: 0,
    sessions: 1,
  };
  const view = { user_id: account.id, list: "sessions", name: "Mine", query: "status=active" };
  await sql`insert into public.exec_saved_views ${sql({ ...view, list: "directives" })}`;
  return {
    exec_evidence_files: {
      key: "hash",
      row: { ...file, hash: hash(2) },
      change: { retired_at: until },
    },
    exec_evidence_pairings: { key: "id", row: pairing, change: { after_url: "e.png" } },
    exec_evidence_pins: { key: "id", row: pin, change: { body: "changed" } },
    exec_evidence_uses: {
      key: "hash",
      row: { hash: hash(2), session_id },
      change: { session_id: (await makeSession(sql)).id },
    },
    exec_saved_views: {
      key: "id",
      row: { ...view, id: randomUUID(), is_default: true },
      change: { query: "status=failed" },
    },
    exec_checkpoint_waivers: {
      key: "id",
      row: { ...waiver, checkpoint_id: waivable?.id },
      change: { reason: "changed" },
    },
    exec_review_assignments: { key: "id", row: assignment, change: { state: "assigned" } },
    exec_directive_cards: {
      key: "sd_id",
      row: { ...(await stored(sql, "exec_directive_cards", sd_id)), sd_id: unique("SD") },
      change: { title: "changed" },
    },
    exec_session_cards: {
      key: "session_id",
      row: { ...(await stored(sql, "exec_session_cards", sd_id)), session_id: randomUUID() },
      change: { risk: 100 },
    },
    exec_session_count_changes: { key: "metric", row: counted, change: { sessions: 5 } },
    exec_session_counts: { key: "metric", row: counted, change: { sessions: 5 } },
    exec_session_search: {
      key: "session_id",
      row: { session_id: randomUUID(), search_text: "t" },
      change: { search_text: "changed" },
    },
    exec_session_events: {
      key: "id",
      row: { session_id, sd_id, kind: "session", action: "changed" },
      change: { new: { quality_score: 100 } },
    },
    exec_session_reviews: { key: "id", row: review, change: { verdict: "approve" } },
    quality_targets: { key: "domain", row: target, change: { least_score: 0 } },
    strategic_directives_v2: { key: "id", row: directiveRow(), change: { title: "changed" } },
    product_requirements_v2: {
      key: "id",
      row: { id: unique("PRD"), sd_id: free, directive_id: free, title: "t" },
      change: { title: "changed" },
    },
    exec_implementation_sessions: {
      key: "id",
      row: { id: randomUUID(), sd_id: free, implementation_type: "GENERAL_FEATURE" },
      change: { quality_score: 100 },
    },
    exec_quality_checkpoints: {
      key: "id",
      row: { ...belongs, checkpoint_name: "c", checkpoint_type: "TESTING" },
      change: { is_complete: true },
    },
    exec_sub_agent_activations: {
      key: "id",
      row: activation,
      change: { execution_status: "FAIL" },
    },
    exec_handoff_preparations: {
      key: "id",
      row: handoff,
      change: { handoff_status: "accepted" },
    },
    team_members: {
      key: "user_id",
      row: { user_id: account.id, email: account.email, name: "n", role: "viewer" },
      change: { role: "admin" },
    },
  };
}

async function stored(sql: Sql, table: string, sd_id: string): Promise<Record<string, unknown>> {
  const [found] = await sql`
    select to_jsonb(t) as row from ${sql(`public.${table}`)} t where sd_id = ${sd_id}`;
  return found?.row;
}

/** Something that follows from all rows of each of these tables, as the database's owner sees them. */
export async function fingerprints(sql: Sql, tables: string[]): Promise<Record<string, string>> {
  const entries = tables.map(async (table) => {
    const [found] = await sql`
      select concat(count(*), ' ', sum(hashtextextended(t::text, 0)::numeric)) as print
      from ${sql(`public.${table}`)} t`;
    return [table, String(found?.print)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
