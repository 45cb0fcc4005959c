import type { CookieOptionsWithName } from "@supabase/ssr";
import { env } from "@/lib/env";

/** The login, kept where scripts of a page cannot read it. */
export function authCookie(): CookieOptionsWithName {
  return {
    name: "exhibit-login",
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: env().appUrl.startsWith("https:"),
  };
}
