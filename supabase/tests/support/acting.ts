// People's actions as the app calls them: with the service key, naming who acts.
import { randomUUID } from "node:crypto";
import type { Role } from "../../../lib/domain/roles.ts";
import type { Sql } from "../../../scripts/backend/database.ts";
import { type Client, service } from "./clients.ts";
import { makePeople, makeSession } from "./rows.ts";

type Arguments = Record<string, unknown>;

/** What came of a call: "done", or the code with our own word or the constraint's name. */
export async function act(name: string, given: Arguments, client: Client = service()) {
  const { error } = await client.rpc(name, given);
  return error ? refusalOf(error) : "done";
}

export function refusalOf({ code, message }: { code: string; message: string }): string {
  if (code.startsWith("PT")) return `${code} ${message}`;
  const constraint = /constraint "([^"]+)"/.exec(message)?.[1];
  return constraint ? `${code} ${constraint}` : code;
}

/** Somebody in the team, who cannot sign in. */
export async function makeMember(sql: Sql, role: Role, name = `A ${role}`): Promise<string> {
  const [id = ""] = await makePeople(sql, 1);
  const member = { user_id: id, email: `${id}@exhibit.test`, name, role };
  await sql`insert into public.team_members ${sql(member)}`;
  return id;
}

/** A session's newest event. */
export async function newest(sql: Sql, sessionId: string): Promise<number> {
  const [event] = await sql`
    select max(id) as id from public.exec_session_events where session_id = ${sessionId}`;
  return Number(event?.id);
}

/** A session that waits for review, and one of everything that can be done something about. */
export async function makeScene(sql: Sql) {
  const { id, sd_id } = await makeSession(sql, { status: "completed", quality_score: 80 });
  const [before, after] = ["https://example.com/before.png", "https://example.com/after.png"];
  await sql`
    update public.exec_implementation_sessions
    set before_screenshots = ${[before]}, after_screenshots = ${[after]} where id = ${id}`;
  const [pin] = await sql`
    insert into public.exec_evidence_pins (session_id, sd_id, url, x, y, body)
    values (${id}, ${sd_id}, ${after}, 0.5, 0.5, 'b') returning id`;
  const [checkpoint, waived] = await sql`
    select id, checkpoint_name from public.exec_quality_checkpoints where session_id = ${id} order by id`;
  await sql`
    insert into public.exec_checkpoint_waivers
      (checkpoint_id, session_id, sd_id, checkpoint_name, reason, ends_at)
    values (${waived?.id}, ${id}, ${sd_id}, ${waived?.checkpoint_name}, 'r', '2100-01-01')`;
  const [handoff] = await sql`
    insert into public.exec_handoff_preparations (session_id, sd_id, implementation_summary)
    values (${id}, ${sd_id}, 's') returning id`;
  return {
    id,
    sd_id,
    checkpoint: String(checkpoint?.id),
    waived: String(waived?.id),
    handoff: String(handoff?.id),
    before,
    after,
    pin: String(pin?.id),
    reviewer: await makeMember(sql, "reviewer"),
    seen: await newest(sql, id),
  };
}
export type Scene = Awaited<ReturnType<typeof makeScene>>;

type Action = {
  least: "reviewer" | "admin";
  /** What would be taken. */
  given: Arguments;
  /** The argument that names what it is about. */
  about?: string;
};

/** Everything that people do about sessions. */
export const actionsOn = ({ id, sd_id, checkpoint, waived, handoff, seen, ...scene }: Scene) =>
  ({
    start_session: {
      least: "reviewer",
      given: { p_id: randomUUID(), p_sd_id: sd_id, p_type: "API_ENDPOINT" },
      about: "p_sd_id",
    },
    change_session_status: {
      least: "reviewer",
      given: { p_session_id: id, p_seen: seen, p_from: "completed", p_to: "active", p_reason: "r" },
      about: "p_session_id",
    },
    edit_session: {
      least: "reviewer",
      given: { p_session_id: id, p_seen: seen, p_values: { security_score: 50 } },
      about: "p_session_id",
    },
    delete_session: {
      least: "admin",
      given: { p_session_id: id, p_seen: seen },
      about: "p_session_id",
    },
    add_checkpoint: {
      least: "reviewer",
      given: {
        p_id: randomUUID(),
        p_session_id: id,
        p_name: "Own",
        p_type: "TESTING",
        p_required: true,
      },
      about: "p_session_id",
    },
    change_checkpoint: {
      least: "reviewer",
      given: { p_checkpoint_id: checkpoint, p_seen: seen, p_values: { is_complete: true } },
      about: "p_checkpoint_id",
    },
    waive_checkpoint: {
      least: "admin",
      given: {
        p_checkpoint_id: checkpoint,
        p_seen: seen,
        p_reason: "r",
        p_ends_at: "2100-01-01T00:00:00Z",
      },
      about: "p_checkpoint_id",
    },
    lift_waiver: {
      least: "admin",
      given: { p_checkpoint_id: waived, p_seen: seen },
      about: "p_checkpoint_id",
    },
    record_activation: {
      least: "reviewer",
      given: {
        p_id: randomUUID(),
        p_session_id: id,
        p_values: {
          sub_agent_type: "TESTING",
          activation_reason: "r",
          execution_status: "FAIL",
          severity: "LOW",
          summary: "s",
        },
      },
      about: "p_session_id",
    },
    record_handoff: {
      least: "reviewer",
      given: {
        p_id: randomUUID(),
        p_session_id: id,
        p_values: { implementation_summary: "s" },
      },
      about: "p_session_id",
    },
    move_handoff: {
      least: "reviewer",
      given: { p_handoff_id: handoff, p_from: "preparing", p_to: "ready" },
      about: "p_handoff_id",
    },
    give_verdict: {
      least: "reviewer",
      given: {
        p_id: randomUUID(),
        p_session_id: id,
        p_seen: seen,
        p_values: { verdict: "approve" },
      },
      about: "p_session_id",
    },
    take_review: { least: "reviewer", given: {} },
    assign_review: { least: "reviewer", given: { p_session_id: id }, about: "p_session_id" },
    assign_reviews: {
      least: "reviewer",
      given: { p_session_ids: [id], p_reviewer: scene.reviewer },
    },
    skip_review: { least: "reviewer", given: { p_session_id: id }, about: "p_session_id" },
    pair_evidence: {
      least: "reviewer",
      given: {
        p_id: randomUUID(),
        p_session_id: id,
        p_before: scene.before,
        p_after: scene.after,
      },
      about: "p_session_id",
    },
    pin_evidence: {
      least: "reviewer",
      given: {
        p_id: randomUUID(),
        p_session_id: id,
        p_url: scene.after,
        p_x: 0.25,
        p_y: 1,
        p_body: "b",
      },
      about: "p_session_id",
    },
    resolve_pin: {
      least: "reviewer",
      given: { p_pin_id: scene.pin, p_resolved: true },
      about: "p_pin_id",
    },
    remove_evidence: {
      least: "reviewer",
      given: { p_session_id: id, p_list: "after", p_url: scene.after },
      about: "p_session_id",
    },
  }) satisfies Record<string, Action>;

/** All that is said about a directive and its sessions, and the newest event of anything. */
export async function stateOf(sql: Sql, sdId: string) {
  const tables = [
    "exec_implementation_sessions",
    "exec_quality_checkpoints",
    "exec_checkpoint_waivers",
    "exec_sub_agent_activations",
    "exec_handoff_preparations",
    "exec_session_reviews",
    "exec_review_assignments",
    "exec_evidence_pairings",
    "exec_evidence_pins",
    "exec_session_cards",
    "exec_directive_cards",
  ];
  const [directive] = await sql`
    select to_jsonb(d) as row from public.strategic_directives_v2 d where id = ${sdId}`;
  const [event] = await sql`select max(id) as id from public.exec_session_events`;
  const rows: unknown[] = [directive?.row, event?.id];
  for (const table of tables) {
    rows.push(
      await sql`
        select to_jsonb(t) as row from ${sql(`public.${table}`)} t where sd_id = ${sdId} order by 1`,
    );
  }
  return rows;
}
