import { createClient } from "@supabase/supabase-js";
import { ensureAccount } from "../lib/accounts.ts";
import type { Role } from "../lib/domain/roles.ts";
import type { Database } from "../lib/supabase/database.types.ts";

export { passwordLink } from "../lib/accounts.ts";

/** Acts with the secret key: past row level security, and on accounts. */
export function adminClient(url: string, secretKey: string) {
  return createClient<Database>(url, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
}
export type AdminClient = ReturnType<typeof adminClient>;

type NewMember = { email: string; name: string; role: Role; password?: string };

/** Makes the account where there is none, and the person a member, or gives them another role. */
export async function addMember(client: AdminClient, { password, ...member }: NewMember) {
  const email = member.email.toLowerCase();
  const { id, made } = await ensureAccount(client, email, password);
  const { error } = await client
    .from("team_members")
    .upsert({ user_id: id, email, name: member.name, role: member.role });
  if (!error) return { existed: !made };
  if (made) await client.auth.admin.deleteUser(id);
  throw error;
}

/** Said wherever a command meets a project with open sign-up. */
export const signUpWarning = `WARNING: sign-up is open in this project. Anybody can make an account there and read
every session through its API. Turn it off: Authentication, Sign In / Providers.`;

/** Whether anybody may make an account: such a person could read under the table's policies. */
export async function signUpIsOpen(url: string, publishableKey: string): Promise<boolean> {
  const response = await fetch(`${url}/auth/v1/settings`, {
    headers: { apikey: publishableKey },
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const settings = await response.json();
  return settings.disable_signup !== true;
}
