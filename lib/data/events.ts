import { reviewerOf, tell } from "@/lib/domain/timeline";
import { unwrap } from "@/lib/errors";
import { formatMoment } from "@/lib/format";
import type { Database } from "@/lib/supabase/database.types";
import type { ReaderClient } from "@/lib/supabase/server";

const PAGE = 30;

export type Timeline = Awaited<ReturnType<typeof readTimeline>>;
type Subject = { session: string } | { sd: string } | { kind: "member" };
const columnOf = { session: "session_id", sd: "sd_id", kind: "kind" } as const;
/** What people write: a directive by itself, without its sessions, or one of its PRDs. */
export type Document = { sd: string; prd: string | null };

/**
 * What happened to a session, to all of a directive, or in the team, newest first; one page of it,
 * before the event with the id `before` where one is given. @throws {BackendError}
 */
export async function readTimeline(
  client: ReaderClient,
  subject: Subject,
  before: number | null,
  size = PAGE,
) {
  let request = client.from("exec_session_events").select(columns);
  for (const [name, value] of Object.entries(subject)) {
    request = request.eq(columnOf[name as keyof typeof columnOf], value);
  }
  if (before !== null) request = request.lt("id", before);
  const found = unwrap(await request.order("id", { ascending: false }).limit(size + 1));
  const events = found.slice(0, size);
  return {
    entries: await toEntries(client, events),
    /** Whether this is not the newest page, and where the next one begins. */
    isFirst: before === null,
    older: found.length > size ? (events.at(-1)?.id ?? null) : null,
  };
}

type Row = Pick<
  Database["public"]["Tables"]["exec_session_events"]["Row"],
  | "id"
  | "session_id"
  | "at"
  | "actor"
  | "kind"
  | "action"
  | "label"
  | "old"
  | "new"
  | "derived"
  | "note"
>;
const columns = "id, session_id, at, actor, kind, action, label, old, new, derived, note";

/** Events in words, with the names of the people in them. */
async function toEntries(client: ReaderClient, events: Row[]) {
  const names = await readNames(client, events.flatMap(peopleOf));
  const nameOf = (id: string) => names.get(id) ?? "a former member";
  return events.map(({ id, session_id, at, actor, derived, note, ...event }) => ({
    id,
    sessionId: session_id,
    at,
    by: actor ? nameOf(actor) : nobody(event.kind),
    derived,
    note,
    ...tell(event, nameOf),
  }));
}

function peopleOf({ actor, kind, old, new: after }: Row): string[] {
  const reviewers = kind === "assignment" ? [reviewerOf(old), reviewerOf(after)] : [];
  return [actor, ...reviewers].filter((id) => id !== null);
}

/** What was done to it after that event, the newest ten, each in a line. @throws {BackendError} */
export async function readMeanwhile(
  client: ReaderClient,
  subject: { session: string } | Document,
  seen: number,
): Promise<string[]> {
  const all =
    "session" in subject ? ofSession(client, subject.session) : ofDocument(client, subject);
  const newest = all.gt("id", seen).order("id", { ascending: false }).limit(10);
  return (await toEntries(client, unwrap(await newest))).map(entryWords);
}

/** Its newest event; 0 where there is none. To be read before the row itself. @throws {BackendError} */
export async function readVersion(client: ReaderClient, document: Document): Promise<number> {
  const newest = ofDocument(client, document).order("id", { ascending: false }).limit(1);
  return unwrap(await newest)[0]?.id ?? 0;
}

/** Who reviews it is left out: that changes nothing about it. */
const ofSession = (client: ReaderClient, id: string) =>
  client.from("exec_session_events").select(columns).eq("session_id", id).neq("kind", "assignment");

function ofDocument(client: ReaderClient, { sd, prd }: Document) {
  const all = client.from("exec_session_events").select(columns).eq("sd_id", sd);
  return prd === null ? all.eq("kind", "directive") : all.eq("kind", "prd").eq("label", prd);
}

/** "Session paused by Ana, 25 Nov 2026, 18:20 UTC: progress 40 → 60" */
function entryWords({ title, by, at, changes, note }: Timeline["entries"][number]): string {
  const what = changes.map(({ field, from, to }) => `${field} ${from} → ${to}`).join(", ");
  const more = [what, note && `“${note}”`].filter(Boolean).join("; ");
  return `${title} by ${by}, ${formatMoment(at)}${more ? `: ${more}` : ""}`;
}

/** Whoever holds the service key: an agent, but agents give no verdicts. */
const nobody = (kind: string) => {
  if (kind === "review") return "a reviewer";
  return kind === "member" ? "whoever runs Exhibit" : "agent";
};

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
