import { randomBytes } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import type { Role } from "../lib/domain/roles.ts";
import type { Database } from "../lib/supabase/database.types.ts";

/** Acts with the secret key: past row level security, and on accounts. */
export function adminClient(url: string, secretKey: string) {
  return createClient<Database>(url, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
}
export type AdminClient = ReturnType<typeof adminClient>;

type NewMember = { email: string; name: string; role: Role; password?: string };

async function findAccount(client: AdminClient, email: string) {
  for (let page = 1; ; page++) {
    const { data, error } = await client.auth.admin.listUsers({ page, perPage: 200 });
    if (error) throw error;
    const user = data.users.find((each) => each.email?.toLowerCase() === email);
    if (user || data.users.length < 200) return user;
  }
}

/** Makes the account where there is none, and the person a member, or gives them another role. */
export async function addMember(client: AdminClient, member: NewMember) {
  const email = member.email.toLowerCase();
  const created = await client.auth.admin.createUser({
    email,
    password: member.password ?? randomBytes(24).toString("base64url"),
    email_confirm: true,
  });
  const taken = created.error?.code === "email_exists";
  if (created.error && !taken) throw created.error;
  const user = created.data.user ?? (await findAccount(client, email));
  if (!user) throw new Error(`The account ${email} could neither be made nor found.`);
  const { error } = await client
    .from("team_members")
    .upsert({ user_id: user.id, email, name: member.name, role: member.role });
  if (!error) return { existed: taken };
  if (!taken) await client.auth.admin.deleteUser(user.id);
  throw error;
}

/** A link with which the person sets a password; good once, for an hour. */
export async function passwordLink(client: AdminClient, email: string, appUrl: string) {
  const { data, error } = await client.auth.admin.generateLink({ type: "recovery", email });
  if (error) throw error;
  const query = new URLSearchParams({
    token_hash: data.properties.hashed_token,
    type: "recovery",
  });
  return `${appUrl}/auth/callback?${query}`;
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
