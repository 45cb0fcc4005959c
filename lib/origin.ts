import "server-only";
import { headers } from "next/headers";
import { env } from "./env";

/**
 * Whether a write comes from a page of this site. Every browser says so with each form; a missing
 * origin or "null" is somebody else's. A forwarded host is what anybody may claim and counts for
 * nothing: behind a proxy the address is the one that the environment names.
 */
export async function isOwnOrigin(): Promise<boolean> {
  const given = await headers();
  const origin = given.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  return origin === new URL(env().appUrl).origin || new URL(origin).host === given.get("host");
}
