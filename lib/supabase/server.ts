import "server-only";
import { combineChunks, createServerClient, stringFromBase64URL } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import { cookies } from "next/headers";
import { cache } from "react";
import { env } from "@/lib/env";
import { authCookie } from "./cookies";
import type { Database } from "./database.types";
import { timedFetch } from "./fetch";

/**
 * The access token of the request's login, or null. It is read from the cookie and not verified:
 * the backend does that with each call. It is not refreshed here either, because a page cannot
 * store what it gets and a refresh token works once; that is the proxy's part.
 */
export const accessToken = cache(async (): Promise<string | null> => {
  const jar = await cookies();
  const name = authCookie().name ?? "";
  const stored = await combineChunks(name, async (part) => jar.get(part)?.value ?? null);
  if (!stored?.startsWith("base64-")) return null;
  try {
    const login = JSON.parse(stringFromBase64URL(stored.slice("base64-".length)));
    return typeof login.access_token === "string" ? login.access_token : null;
  } catch {
    return null;
  }
});

/** Reads with the signed-in person's own rights; a stranger's where nobody is signed in. */
export const readerClient = cache(async () => {
  const token = await accessToken();
  return createClient<Database>(env().url, env().publishableKey, {
    accessToken: async () => token,
    global: { fetch: timedFetch },
  });
});

export type ReaderClient = Awaited<ReturnType<typeof readerClient>>;

/** Asks about accounts, and remembers nobody. */
export function accountClient() {
  return createClient(env().url, env().publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: timedFetch },
  });
}

/** Signs in and out: for actions and routes, which may set cookies. */
export async function loginClient() {
  const jar = await cookies();
  return createServerClient<Database>(env().url, env().publishableKey, {
    cookieOptions: authCookie(),
    global: { fetch: timedFetch },
    cookies: {
      getAll: () => jar.getAll(),
      setAll: (list) => {
        for (const { name, value, options } of list) jar.set(name, value, options);
      },
    },
  });
}
