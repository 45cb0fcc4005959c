// Races against a backend of the file's own: many calls in the same moment, over and over.
import { afterEach, beforeAll, expect } from "vitest";
import { act, makeMember } from "./acting.ts";
import { staleCards } from "./cards.ts";
import { type Client, service } from "./clients.ts";
import { ownBackend } from "./own-backend.ts";

const rounds = Number(process.env.EXHIBIT_ROUNDS ?? 50);

/** For a test: it may take as long as its rounds do. */
export const patient = { timeout: 60_000 + rounds * 2000 };

export const times = <T>(count: number, make: (n: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n));
export const atOnce = async (calls: PromiseLike<string>[]) => (await Promise.all(calls)).sort();

/** Once for each round, or as much less often as a round has more than two calls. */
export async function each(callers: number, round: (n: number) => Promise<void>) {
  const count = Math.ceil((2 * rounds) / Math.max(callers, 2));
  for (let n = 0; n < count; n++) await round(n);
}

/** What is said where one of them was first. */
export const winner = (count: number, refusal: string) =>
  ["done", ...times(count - 1, () => refusal)].sort();

/** Ten reviewers and an admin on a backend of their own; cards are right after each test. */
export function racing() {
  const own = ownBackend();
  const crowd = {
    own,
    key: {} as Client,
    people: [] as string[],
    admin: "",
    person: (n: number) => crowd.people[n % crowd.people.length] ?? "",
    call: (name: string, given: Record<string, unknown>) => act(name, given, crowd.key),
    /** What waits is one queue, and each round has its own. */
    empty: () => own.sql`delete from public.exec_implementation_sessions`,
  };
  beforeAll(async () => {
    crowd.key = service(own.backend);
    crowd.people = await Promise.all(
      times(10, (n) => makeMember(own.sql, "reviewer", `Reviewer ${n}`)),
    );
    crowd.admin = await makeMember(own.sql, "admin");
  });
  afterEach(async () => {
    expect(await staleCards(own.sql)).toEqual([]);
    await crowd.empty();
  });
  return crowd;
}

/** What agents write about some sessions, in three tables. */
export function agents(key: Client, sessions: { id: string; sd_id: string }[]) {
  const said = async (write: PromiseLike<{ error: { code: string } | null }>) =>
    (await write).error?.code ?? "done";
  return sessions.flatMap(({ id, sd_id }) => [
    said(key.from("exec_quality_checkpoints").update({ score: 7 }).eq("session_id", id)),
    said(key.from("exec_implementation_sessions").update({ orchestrator: "a" }).eq("id", id)),
    said(
      key.from("exec_sub_agent_activations").insert({
        session_id: id,
        sd_id,
        sub_agent_type: "TESTING",
        activation_reason: "r",
        execution_status: "PASS",
        severity: "LOW",
        summary: "s",
      }),
    ),
  ]);
}
