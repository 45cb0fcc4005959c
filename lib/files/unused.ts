import type { SupabaseClient } from "@supabase/supabase-js";
import { unwrap } from "../errors.ts";
import type { Database } from "../supabase/database.types.ts";
import { type FileStore, thumbKey } from "./store.ts";

/**
 * Removes those of these files that nothing uses, with their rows; what an upload had claimed of
 * them is given back first. Returns how many. @throws {BackendError}
 */
export async function removeUnused(
  service: SupabaseClient<Database>,
  store: FileStore,
  hashes: string[],
  upload?: string,
): Promise<number> {
  const free = unwrap(
    await service.rpc("release_files", { p_hashes: hashes, p_upload: upload }),
  ) as string[];
  if (free.length === 0) return 0;
  await store.remove(free.flatMap((hash) => [hash, thumbKey(hash)]));
  unwrap(await service.rpc("forget_files", { p_hashes: free }));
  return free.length;
}
