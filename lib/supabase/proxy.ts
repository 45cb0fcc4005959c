import { createServerClient } from "@supabase/ssr";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { authCookie } from "./cookies";

/** Lets the request through with these headers, its login refreshed when it is about to end. */
export async function refreshLogin(request: NextRequest, headers: Headers): Promise<NextResponse> {
  const forward = () => {
    headers.set("cookie", request.cookies.toString());
    return NextResponse.next({ request: { headers } });
  };
  let response = forward();
  const client = createServerClient(env().url, env().publishableKey, {
    cookieOptions: authCookie(),
    cookies: {
      getAll: () => request.cookies.getAll(),
      setAll: (list, cacheHeaders) => {
        for (const { name, value } of list) request.cookies.set(name, value);
        response = forward();
        for (const { name, value, options } of list) response.cookies.set(name, value, options);
        for (const [name, value] of Object.entries(cacheHeaders)) response.headers.set(name, value);
      },
    },
  });
  // Asks the backend only when the token is about to end.
  await client.auth.getSession();
  return response;
}
