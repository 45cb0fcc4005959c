import type { ReaderClient } from "@/lib/supabase/server";

/**
 * How many sessions wait for review, 100 for as many or more. Nothing where it is not told: this
 * is asked before it is known whether somebody may, and whoever may not is sent on elsewhere.
 */
export async function countWaiting(client: ReaderClient): Promise<number> {
  const { data } = await client.rpc("waiting_count");
  return data ?? 0;
}
