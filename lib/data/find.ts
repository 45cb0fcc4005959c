import { directiveHref } from "@/lib/domain/directive-query";
import { unwrap } from "@/lib/errors";
import { having } from "@/lib/keyset";
import type { ReaderClient } from "@/lib/supabase/server";

/** As many of each as one looks through at a glance. */
const FOUND = 8;

export type Found = Awaited<ReturnType<typeof find>>;

/** Directives and sessions with all of these words, the latest first. @throws {BackendError} */
export async function find(client: ReaderClient, words: string[]) {
  const [directives, sessions] = await Promise.all([
    findDirectives(client, words),
    client
      .rpc("list_sessions", { p_filters: { words }, p_limit: FOUND })
      .select("session_id, sd_id, directive_title, status"),
  ]);
  return {
    directives: unwrap(directives).map(({ sd_id: id, title }) => ({
      id,
      title,
      href: directiveHref(id),
    })),
    sessions: unwrap(sessions).map((row) => ({
      id: row.session_id,
      directive: { id: row.sd_id, title: row.directive_title },
      status: row.status,
    })),
  };
}

function findDirectives(client: ReaderClient, words: string[]) {
  let request = client.from("exec_directive_cards").select("sd_id, title");
  for (const word of words) request = request.or(having("search_text", word));
  return request.order("last_activity", { ascending: false }).order("sd_id").limit(FOUND);
}
