import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";

/** Whom to ask, by name; the first five. @throws {BackendError} */
export async function readAdmins(client: ReaderClient): Promise<string[]> {
  const rows = unwrap(
    await client.from("team_members").select("name").eq("role", "admin").order("name").limit(5),
  );
  return rows.map(({ name }) => name);
}
