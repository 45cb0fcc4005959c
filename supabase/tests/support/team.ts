// People of a team without a login, and what becomes of them.
import { randomUUID } from "node:crypto";
import type { Role } from "../../../lib/domain/roles.ts";
import { type Client, service } from "./clients.ts";
import type { ownBackend } from "./own-backend.ts";
import { makeSession } from "./rows.ts";
import { unique } from "./unique.ts";

type Answer = { error: { code?: string; message: string } | null };

/** "done", or the code and the words of the refusal. */
export const outcome = ({ error }: Answer) => (error ? `${error.code} ${error.message}` : "done");

/** On a backend of the file's own, where it can be said who else is there. */
export function teamOf(own: ReturnType<typeof ownBackend>) {
  /** An account, and the member that it is where a role is named. */
  async function make(role?: Role, name = `A ${role}`) {
    const id = randomUUID();
    const email = `${unique("person")}@exhibit.test`;
    await own.sql`insert into auth.users (id, email) values (${id}, ${email})`;
    if (role) {
      await own.sql`
        insert into public.team_members (user_id, email, name, role)
        values (${id}, ${email}, ${name}, ${role})`;
    }
    return { id, email };
  }

  const call = async (name: string, given: Record<string, unknown>, client?: Client) =>
    outcome(await (client ?? service(own.backend)).rpc(name, given));

  const memberOf = async (id: string) => {
    const [row] = await own.sql`
      select email, name, role from public.team_members where user_id = ${id}`;
    return row && { ...row };
  };
  const eventsOf = async (id: string) =>
    (
      await own.sql`
        select action, actor, label, old, new from public.exec_session_events
        where kind = 'member' and record_id = ${id} order by id`
    ).map((row) => ({ ...row }));
  /** A review that this member has to do. */
  async function hold(reviewer: string) {
    const session = await makeSession(own.sql, { status: "completed" });
    await own.sql`
      insert into public.exec_review_assignments (session_id, sd_id, reviewer_id, state, ends_at)
      values (${session.id}, ${session.sd_id}, ${reviewer}, 'assigned', 'infinity')`;
    return session;
  }
  const held = async (reviewer: string) =>
    (await own.sql`select from public.exec_review_assignments where reviewer_id = ${reviewer}`)
      .length;

  const admins = async () =>
    (await own.sql`select user_id from public.team_members where role = 'admin'`).map((row) =>
      String(row.user_id),
    );
  /** Nobody but these is an admin. */
  async function alone(...ids: string[]) {
    await own.sql`update public.team_members set role = 'admin' where user_id in ${own.sql(ids)}`;
    await own.sql`
      update public.team_members set role = 'viewer'
      where role = 'admin' and user_id not in ${own.sql(ids)}`;
  }
  return { make, call, memberOf, eventsOf, hold, held, admins, alone };
}
