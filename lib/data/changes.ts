import { unwrap } from "@/lib/errors";
import { readerClient } from "@/lib/supabase/server";

/** Of what changes are asked for: a session's, a directive's, or, where none is named, all. */
export type ChangeScope = { session?: string; sd?: string };

const request = async ({ session, sd }: ChangeScope) =>
  (await readerClient()).rpc("newest_change", { p_session: session, p_sd: sd }).single();

/** A mark that rises with each change; null where nobody is signed in. @throws {BackendError} */
export async function readChange(scope: ChangeScope) {
  const answer = await request(scope);
  // A token that has ended, or is none.
  if (answer.status === 401) return null;
  return unwrap(answer);
}

/**
 * The same for a page, to be read before all that the page shows: what changes in between is then
 * news and not missed. A page is shown without it as well, and is told of news once too often.
 */
export async function readMark(scope: ChangeScope = {}): Promise<number> {
  const { data } = await request(scope);
  return data?.mark ?? 0;
}
