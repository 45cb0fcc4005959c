import { createServerClient } from "@supabase/ssr";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { authCookie } from "./cookies";
import { timedFetch } from "./fetch";

/** What may take as long as a token lasts begins with a new one: while it is sent nobody can set cookies. */
const LONG = "/sessions/export";

/** Lets the request through with these headers, its login refreshed when it is about to end. */
export async function refreshLogin(request: NextRequest, headers: Headers): Promise<NextResponse> {
  const forward = () => {
    headers.set("cookie", request.cookies.toString());
    return NextResponse.next({ request: { headers } });
  };
  let response = forward();
  const once = fetchOnce();
  const client = createServerClient(env().url, env().publishableKey, {
    global: { fetch: once.fetch },
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
  const { auth } = client;
  // Asks the backend only when the token is about to end.
  const session = request.nextUrl.pathname === LONG ? auth.refreshSession() : auth.getSession();
  await Promise.race([session, once.failed]);
  return response;
}

/**
 * A fetch that asks no more after its first failure, and a promise of that moment. The client
 * would go on asking for half a minute, and an answer that came after ours was sent could not be
 * stored: the refresh token would be used up and the login lost.
 */
function fetchOnce() {
  let fail = () => {};
  let hasFailed = false;
  const failed = new Promise<void>((resolve) => {
    fail = () => {
      hasFailed = true;
      resolve();
    };
  });
  const fetch: typeof timedFetch = async (input, init) => {
    if (hasFailed) throw new Error("The backend did not answer before.");
    try {
      const response = await timedFetch(input, init);
      // To the client a 429 is final, and it would drop the login.
      if (response.status >= 500 || response.status === 429) fail();
      return response;
    } catch (error) {
      fail();
      throw error;
    }
  };
  return { fetch, failed };
}
