import type { Role } from "@/lib/domain/roles";
import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";

export type Teammate = Awaited<ReturnType<typeof readTeam>>[number];

/** The members by name, and when each of them last was there. @throws {BackendError} */
export async function readTeam(client: ReaderClient) {
  const rows = unwrap(await client.rpc("team_list"));
  const admins = rows.filter(({ role }) => role === "admin").length;
  return rows.map((row) => ({
    userId: row.user_id,
    email: row.email,
    name: row.name,
    role: row.role as Role,
    joinedAt: row.created_at,
    signedInAt: row.last_sign_in_at as string | null,
    changedAt: row.last_action_at as string | null,
    isLastAdmin: row.role === "admin" && admins === 1,
  }));
}

/** Who can help those who may not do it themselves. @throws {BackendError} */
export async function readAdminNames(client: ReaderClient): Promise<string[]> {
  const rows = unwrap(
    await client.from("team_members").select("name").eq("role", "admin").order("name").limit(20),
  );
  return rows.map(({ name }) => name);
}

/** How many reviews go back to the queue when this member goes. @throws {BackendError} */
export async function countHeldReviews(client: ReaderClient, userId: string): Promise<number> {
  const { count, ...answer } = await client
    .from("exec_review_assignments")
    .select("id", { count: "exact", head: true })
    .eq("reviewer_id", userId)
    .neq("state", "skipped")
    .gt("ends_at", new Date().toISOString());
  unwrap(answer);
  return count ?? 0;
}
