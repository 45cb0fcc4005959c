import "server-only";
import { loginClient } from "./server";

/** In seconds. The proxy may have renewed it just now, and its answer sets the same cookie. */
const FRESH = 60;

/**
 * Renews a login that is not fresh, so that its token lasts for what takes long to read. For routes,
 * which may set cookies, and before anything else is asked. One that cannot be renewed stays as it is.
 */
export async function renewLogin(): Promise<void> {
  const { auth } = await loginClient();
  const { session } = (await auth.getSession()).data;
  if (!session?.expires_at) return;
  const age = session.expires_in - (session.expires_at - Date.now() / 1000);
  if (age > FRESH) await auth.refreshSession();
}
