import { setTimeout as sleep } from "node:timers/promises";
import { BackendError, unwrap } from "@/lib/errors";
import type { Card } from "@/lib/export/columns";
import type { Pages } from "@/lib/export/stream";
import { type SessionQuery, sorts } from "@/lib/search-params";
import type { ReaderClient } from "@/lib/supabase/server";
import { filterValues } from "./session-filters";

const PAGE = 1000;
/** An address of more would be refused on its way. */
const IDS = 100;
const PAUSES = [500, 2000];

/** Again after a moment: one page that comes late must not end a file of a thousand. @throws {BackendError} */
async function patiently<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof BackendError) || signal.aborted) throw error;
      await sleep(pause, undefined, { signal });
    }
  }
  return read();
}

/** All sessions that the filters let through, in the list's order. */
export const filteredPages = (client: ReaderClient, query: SessionQuery, now: number): Pages =>
  async function* (signal) {
    const filters = filterValues(query, now);
    const key = sorts[query.sort].column;
    const read = async (last?: Card) =>
      unwrap(
        await client
          .rpc("list_sessions", {
            p_filters: filters,
            p_sort: query.sort,
            p_value: last?.[key].toString(),
            p_id: last?.session_id,
            p_limit: PAGE,
          })
          .abortSignal(signal),
      );
    let page = await read();
    yield page;
    while (page.length === PAGE) {
      const last = page.at(-1);
      page = await patiently(() => read(last), signal);
      yield page;
    }
  };

/** Those sessions, as far as they are there still, in the order named. */
export const chosenPages = (client: ReaderClient, ids: string[]): Pages =>
  async function* (signal) {
    for (let begin = 0; begin < ids.length; begin += IDS) {
      const some = ids.slice(begin, begin + IDS);
      const rows = unwrap(
        await client
          .from("exec_session_cards")
          .select("*")
          .in("session_id", some)
          .abortSignal(signal),
      );
      const found = new Map(rows.map((row) => [row.session_id, row]));
      yield some.flatMap((id) => found.get(id) ?? []);
    }
  };
