import "server-only";
import { isAuthRetryableFetchError } from "@supabase/supabase-js";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Role } from "@/lib/domain/roles";
import { BackendError, unwrap } from "@/lib/errors";
import { accessToken, accountClient, readerClient } from "@/lib/supabase/server";

export type Member = { userId: string; email: string; name: string; role: Role };

/** The signed-in account as the backend knows it, or null. @throws {BackendError} */
export const currentUser = cache(async () => {
  const token = await accessToken();
  if (!token) return null;
  const { data, error } = await accountClient().auth.getUser(token);
  if (!error) return data.user;
  if (isAuthRetryableFetchError(error) || (error.status ?? 500) >= 500 || error.status === 429) {
    throw new BackendError(`auth: ${error.message}`);
  }
  return null;
});

/** The person as the team knows them, or null. @throws {BackendError} */
export const currentMember = cache(async (): Promise<Member | null> => {
  const user = await currentUser();
  if (!user) return null;
  const client = await readerClient();
  const row = unwrap(
    await client
      .from("team_members")
      .select("user_id, email, name, role")
      .eq("user_id", user.id)
      .maybeSingle(),
  );
  return row && { userId: row.user_id, email: row.email, name: row.name, role: row.role as Role };
});

/**
 * Every page begins with this. A stranger is sent to sign in and comes back; somebody who is not
 * of the team is told whom to ask.
 */
export async function requireMember(): Promise<Member> {
  const member = await currentMember();
  if (member) return member;
  if (await currentUser()) redirect("/no-access");
  const path = (await headers()).get("x-path") ?? "/";
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}
