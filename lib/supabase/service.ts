import "server-only";
import { createClient } from "@supabase/supabase-js";
import { env } from "@/lib/env";
import type { Database } from "./database.types";
import { timedFetch } from "./fetch";

/** Writes with the service key, past row level security. For `lib/action.ts`, and for taking files. */
export function serviceClient() {
  return createClient<Database>(env().url, env().secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch: timedFetch },
  });
}

export type ServiceClient = ReturnType<typeof serviceClient>;
