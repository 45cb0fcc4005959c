import { tell } from "@/lib/domain/timeline";
import { unwrap } from "@/lib/errors";
import type { ReaderClient } from "@/lib/supabase/server";

const PAGE = 30;

export type Timeline = Awaited<ReturnType<typeof readTimeline>>;
type Subject = { session: string } | { sd: string };

/**
 * What happened to a session, or to all of a directive, newest first; one page of it, before the
 * event with the id `before` where one is given. @throws {BackendError}
 */
export async function readTimeline(client: ReaderClient, subject: Subject, before: number | null) {
  let request = client
    .from("exec_session_events")
    .select("id, session_id, at, actor, kind, action, label, old, new, derived");
  request =
    "session" in subject
      ? request.eq("session_id", subject.session)
      : request.eq("sd_id", subject.sd);
  if (before !== null) request = request.lt("id", before);
  const found = unwrap(await request.order("id", { ascending: false }).limit(PAGE + 1));
  const events = found.slice(0, PAGE);
  const names = await readNames(
    client,
    events.flatMap(({ actor }) => actor ?? []),
  );
  return {
    entries: events.map(({ id, session_id, at, actor, derived, ...event }) => ({
      id,
      sessionId: session_id,
      at,
      by: actor ? (names.get(actor) ?? "a former member") : nobody(event.kind),
      derived,
      ...tell(event),
    })),
    /** Whether this is not the newest page, and where the next one begins. */
    isFirst: before === null,
    older: found.length > PAGE ? (events.at(-1)?.id ?? null) : null,
  };
}

/** Whoever holds the service key: an agent, but agents give no verdicts. */
const nobody = (kind: string) => (kind === "review" ? "a reviewer" : "agent");

async function readNames(client: ReaderClient, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const rows = unwrap(
    await client.from("team_members").select("user_id, name").in("user_id", wanted),
  );
  return new Map(rows.map(({ user_id, name }) => [user_id, name]));
}

/** The event before which the address asks to begin. Null for none, and for what is no event's id. */
export function parseBefore(value: string | string[] | undefined): number | null {
  const text = [value].flat()[0] ?? "";
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
