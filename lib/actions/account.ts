"use server";

import { isAuthRetryableFetchError, isAuthSessionMissingError } from "@supabase/supabase-js";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { action, noteSignIn } from "@/lib/action";
import type { ActionState } from "@/lib/action-state";
import { Attempts } from "@/lib/attempts";
import { ownPath } from "@/lib/domain/links";
import { env } from "@/lib/env";
import { email, personName } from "@/lib/fields";
import { problemsOf } from "@/lib/problems";
import { written } from "@/lib/refusal";
import { authCookie } from "@/lib/supabase/cookies";
import { accountClient, loginClient } from "@/lib/supabase/server";

const signInForm = z.object({
  email,
  password: z.string().min(1, "Enter your password.").max(200),
});
const passwordForm = z
  .object({
    password: z
      .string()
      .min(10, "Use 10 characters or more.")
      .refine((text) => Buffer.byteLength(text) <= 72, "Use 72 characters or fewer."),
    repeated: z.string(),
  })
  .refine((form) => form.password === form.repeated, {
    path: ["repeated"],
    message: "The two are not the same.",
  });

const unreachable = "Exhibit cannot reach its backend just now. Nothing was changed; try again.";
const tooMany = "Too many attempts. Wait a few minutes and try again.";

/** The backend counts by account; here it is by address, since every sign-in reaches it from us. */
const attempts = new Attempts({ limit: 100 });

/** Whether there were too many from this address; counts this one. */
async function isTooOften(): Promise<boolean> {
  // The last entry is from the proxy next to us; those before it are what the client claims.
  // Without a proxy all of it is a claim, and everybody counts as one.
  const entries = (await headers()).get("x-forwarded-for")?.split(",") ?? [];
  const from = env().proxy === "on" ? (entries.at(-1)?.trim() ?? "") : "";
  if (attempts.wait(from) > 0) return true;
  attempts.begin(from);
  return false;
}

/** What was typed and may be shown again; never a password. */
function emailOf(form: FormData): ActionState["values"] {
  return { email: String(form.get("email") ?? "").slice(0, 255) };
}

type AuthFailure = { status?: number; message: string };
const failed = (error: AuthFailure) =>
  isAuthRetryableFetchError(error) || (error.status ?? 500) >= 500;

export async function signIn(_: ActionState, form: FormData): Promise<ActionState> {
  const values = emailOf(form);
  const parsed = signInForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ...problemsOf(parsed.error), values };

  if (await isTooOften()) return { message: tooMany, values };
  const client = await loginClient();
  const { data, error } = await client.auth.signInWithPassword(parsed.data);
  if (error) {
    if (error.status === 429) return { message: tooMany, values };
    if (failed(error)) return { message: unreachable, values };
    return { message: "This email and password do not belong together.", values };
  }
  after(() => noteSignIn(data.user.id));
  redirect(ownPath(form.get("next")));
}

export async function signOut(): Promise<never> {
  const client = await loginClient();
  await client.auth.signOut({ scope: "local" });
  // Also where the backend did not answer: who signs out must not stay signed in here.
  const jar = await cookies();
  const name = authCookie().name ?? "";
  for (const cookie of jar.getAll()) if (cookie.name.startsWith(name)) jar.delete(cookie.name);
  redirect("/sign-in");
}

/** Where the others did not end, this one stays, so that one can try again. */
export async function signOutEverywhere(): Promise<ActionState> {
  const client = await loginClient();
  const { error } = await client.auth.signOut({ scope: "global" });
  if (isAuthSessionMissingError(error)) {
    return { signedOut: true, message: "This login has ended already. Nothing was changed." };
  }
  if (error) return { message: unreachable };
  return signOut();
}

export async function requestReset(_: ActionState, form: FormData): Promise<ActionState> {
  if (env().mail === "off") return { message: "This Exhibit cannot send mail." };
  const values = emailOf(form);
  const parsed = z.object({ email }).safeParse(Object.fromEntries(form));
  if (!parsed.success) return { ...problemsOf(parsed.error), values };
  if (await isTooOften()) return { message: tooMany, values };
  // Answered before it is known whether anybody has this address.
  after(() => accountClient().auth.resetPasswordForEmail(parsed.data.email));
  return { done: true };
}

/** A link's token is used up by a click and not by whatever looks at links on their way. */
export async function followLink(_: ActionState, form: FormData): Promise<ActionState> {
  const parsed = z.string().min(1).max(500).safeParse(form.get("token_hash"));
  if (!parsed.success) return { message: "This link is not complete." };
  if (await isTooOften()) return { message: tooMany };
  const client = await loginClient();
  const { data, error } = await client.auth.verifyOtp({
    type: "recovery",
    token_hash: parsed.data,
  });
  if (error) {
    if (error.status === 429) return { message: tooMany };
    if (failed(error)) return { message: unreachable };
    return { message: "This link was used or has ended. Ask for a new one." };
  }
  const userId = data.user?.id;
  if (userId) after(() => noteSignIn(userId));
  redirect("/password");
}

export async function setPassword(_: ActionState, form: FormData): Promise<ActionState> {
  const parsed = passwordForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return problemsOf(parsed.error);
  const client = await loginClient();
  const { error } = await client.auth.updateUser({ password: parsed.data.password });
  if (!error) {
    // Whoever knew the old one is signed out.
    await client.auth.signOut({ scope: "others" });
    redirect("/");
  }
  if (error.code === "same_password") return { message: "This is the password you have." };
  if (error.code === "weak_password") return { message: "This password is too easy to guess." };
  if (failed(error)) return { message: unreachable };
  return { message: "Your login has ended. Sign in, or ask for a new link, and try again." };
}

export const rename = action({
  role: "viewer",
  schema: z.strictObject({ name: personName }),
  write: async ({ input, member, service }) => {
    await written(service.rpc("rename_member", { p_actor: member.userId, p_name: input.name }));
    return { said: `You are called ${input.name} now.` };
  },
});
