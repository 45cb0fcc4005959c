import "server-only";
import { isAuthApiError } from "@supabase/supabase-js";
import { ensureAccount, passwordLink } from "./accounts";
import { env } from "./env";
import { BackendError } from "./errors";
import { Refusal } from "./refusal";
import { accountClient } from "./supabase/server";
import type { ServiceClient } from "./supabase/service";

/** The account of somebody who is to become a member. @throws {Refusal} @throws {BackendError} */
export async function accountFor(service: ServiceClient, email: string) {
  try {
    return await ensureAccount(service, email);
  } catch (error) {
    if (isAuthApiError(error) && error.status < 500 && error.status !== 429) {
      throw new Refusal("PT422", "no_account");
    }
    throw new BackendError(`auth: ${error instanceof Error ? error.message : error}`);
  }
}

/** Nobody is left with an account that was made for nothing. */
export async function takeBack(service: ServiceClient, id: string, why: unknown) {
  // Another admin was faster and took it in.
  if (why instanceof Refusal && why.constraint === "team_members_pkey") return;
  const { error } = await service.auth.admin.deleteUser(id);
  if (error) console.error(`account ${id} is left without a member:`, error.message);
}

/** Whether it is gone; also where it was gone before. */
export async function deleteAccount(service: ServiceClient, id: string): Promise<boolean> {
  const { error } = await service.auth.admin.deleteUser(id);
  if (!error || error.code === "user_not_found") return true;
  console.error(`account ${id} was not deleted:`, error.message);
  return false;
}

type Way = { words: string; link?: string; warning?: boolean };

/** How somebody gets to set a password: by mail where there is one, else by a link to pass on. */
export async function wayIn(service: ServiceClient, email: string): Promise<Way> {
  if (env().mail === "on") {
    const { error } = await accountClient().auth.resetPasswordForEmail(email);
    if (!error) return { words: `A mail with a link to set a password is on its way to ${email}.` };
    console.error("mail with a link:", error.message);
  }
  try {
    const link = await passwordLink(service, email, env().appUrl);
    return { words: "The link to set a password is shown once: pass it on.", link };
  } catch (error) {
    console.error("link:", error instanceof Error ? error.message : error);
    return { words: "No link to set a password could be made just now.", warning: true };
  }
}
