import { randomBytes } from "node:crypto";
import type { SupabaseClient } from "@supabase/supabase-js";

// Of actions and of scripts, which run without a build: no import here goes by "@/".

/** With the secret key. */
type Client = Pick<SupabaseClient, "auth">;

async function findAccount({ auth }: Client, email: string) {
  for (let page = 1; ; page++) {
    const { data, error } = await auth.admin.listUsers({ page, perPage: 200 });
    if (error) throw error;
    const user = data.users.find((each) => each.email?.toLowerCase() === email);
    if (user || data.users.length < 200) return user;
  }
}

/**
 * The account with that address in lower case; made where there is none, with a password that
 * nobody knows where none is given. @throws {AuthError}
 */
export async function ensureAccount(client: Client, email: string, password?: string) {
  const { data, error } = await client.auth.admin.createUser({
    email,
    password: password ?? randomBytes(24).toString("base64url"),
    email_confirm: true,
  });
  if (!error) return { id: data.user.id, made: true };
  if (error.code !== "email_exists") throw error;
  const user = await findAccount(client, email);
  // Deleted between the two; whoever asks again makes it.
  if (!user) throw error;
  return { id: user.id, made: false };
}

/** A link with which the person sets a password; good once, for an hour. @throws {AuthError} */
export async function passwordLink({ auth }: Client, email: string, appUrl: string) {
  const { data, error } = await auth.admin.generateLink({ type: "recovery", email });
  if (error) throw error;
  const query = new URLSearchParams({
    token_hash: data.properties.hashed_token,
    type: "recovery",
  });
  return `${appUrl}/auth/callback?${query}`;
}
