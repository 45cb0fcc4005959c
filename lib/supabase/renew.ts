import "server-only";
import { loginClient } from "./server";

/**
 * Renews a login half of whose time has gone, so that its token lasts for what takes long to read. For routes,
 * which may set cookies, and before anything else is asked. One that cannot be renewed stays as it is.
 */
export async function renewLogin(): Promise<void> {
  const { auth } = await loginClient();
  const { session } = (await auth.getSession()).data;
  if (!session?.expires_at) return;
  const left = session.expires_at - Date.now() / 1000;
  if (left < session.expires_in / 2) await auth.refreshSession();
}
