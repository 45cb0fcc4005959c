// The queue: what stands in it, for whom, in which order, and who has what for how long.
import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { act, makeMember, newest } from "./support/acting.ts";
import { change, eventsAfter, staleCards } from "./support/cards.ts";
import { type Client, person, service, stranger } from "./support/clients.ts";
import { ownBackend } from "./support/own-backend.ts";
import { makeSession } from "./support/rows.ts";

const own = ownBackend();
const day = (n: number) => new Date(Date.UTC(2026, 9, n)).toISOString();
let key: Client;
let viewer: Client;
let [me, other]: [string, string] = ["", ""];

beforeAll(async () => {
  key = service(own.backend);
  viewer = (await person("viewer", own.backend)).client;
  me = await makeMember(own.sql, "reviewer", "Rosa");
  other = await makeMember(own.sql, "reviewer", "Otto");
});
afterEach(async () => {
  expect(await staleCards(own.sql)).toEqual([]);
  await own.sql`delete from public.exec_implementation_sessions`;
});

/** One that waits since a day of October, with a risk of 40 or, by 75 and more, of 0. */
async function waiting(since: number, quality_score = 80, values: object = {}) {
  const { id } = await makeSession(own.sql, {
    status: "completed",
    implementation_progress: 100,
    started_at: day(1),
    completed_at: day(since),
    quality_score,
    test_coverage_pct: 80,
    ...values,
  });
  await own.sql`update public.exec_quality_checkpoints set is_complete = true where session_id = ${id}`;
  return id;
}
const call = (name: string, given: object) => act(name, { ...given }, key);
const take = async (p_actor: string) => {
  const { data, error } = await key.rpc("take_review", { p_actor });
  expect(error).toBeNull();
  return data as string | null;
};
const assign = (id: string, p_reviewer: string | null, p_was: string | null = null, p_actor = me) =>
  call("assign_review", { p_actor, p_session_id: id, p_was, p_reviewer });
const skip = (id: string, p_actor = me) => call("skip_review", { p_actor, p_session_id: id });
const decide = async (id: string, verdict: string, p_then?: string) =>
  call("give_verdict", {
    p_actor: me,
    p_id: randomUUID(),
    p_session_id: id,
    p_seen: await newest(own.sql, id),
    p_values: { verdict },
    p_then,
  });
async function queue(p_show: string, p_member = me, p_limit?: number) {
  const { data, error } = await viewer.rpc("review_queue", { p_show, p_member, p_limit });
  expect(error).toBeNull();
  return data as Record<string, unknown>[];
}
const ids = async (show: string, member = me) =>
  (await queue(show, member)).map(({ session_id }) => session_id);
/** Time goes by for whatever is held or passed over. */
const expire = (id: string) =>
  own.sql`
    update public.exec_review_assignments set ends_at = now() - interval '1 second' where session_id = ${id}`;

describe("what is shown", () => {
  test("is what waits, riskiest first and then longest", async () => {
    const [late, low, early] = [await waiting(5), await waiting(9, 60), await waiting(3)];
    const twins = [await waiting(4), await waiting(4)].sort();
    const settled = await waiting(2);
    await decide(settled, "approve");
    await makeSession(own.sql);
    const order = [low, early, ...twins, late];
    expect(await ids("all")).toEqual(order);
    expect(await ids("unassigned")).toEqual(order);
    expect(await ids("mine")).toEqual([]);
    expect((await queue("all", me, 2)).map(({ session_id }) => session_id)).toEqual([low, early]);
    expect((await queue("all"))[0]).toMatchObject({
      risk: 40,
      reasons: ["low_quality"],
      quality_score: 60,
      reviewer_id: null,
      reviewer_name: null,
      held_until: null,
      skipped: false,
    });
    expect((await viewer.rpc("waiting_count")).data).toBe(5);
    // And so it is handed out.
    for (const [n, id] of order.entries()) {
      expect(await take(await makeMember(own.sql, "reviewer", `Reviewer ${n}`))).toBe(id);
    }
    expect(await take(me)).toBeNull();
  });

  test("is shown to members, and to no stranger", async () => {
    await waiting(1);
    for (const name of ["review_queue", "waiting_count"]) {
      const given = name === "review_queue" ? { p_show: "all", p_member: me } : {};
      expect((await stranger(own.backend).rpc(name, given)).error?.code).toBe("42501");
      expect((await viewer.rpc(name, given)).error).toBeNull();
    }
    expect(await queue("everything")).toEqual([]);
  });

  test("for the agent is what changes were requested of, newest first, until it is completed", async () => {
    const made: string[] = [];
    for (let day = 1; day <= 7; day++) made.push(await waiting(day));
    const [kept = "", reopened = "", failed = "", paused = "", ...more] = made;
    for (const id of made) await decide(id, "request_changes", id === kept ? undefined : "reopen");
    await change(own.sql, failed, { status: "failed" });
    await change(own.sql, paused, { status: "paused" });
    for (const id of more) await change(own.sql, id, { test_coverage_pct: 81 });
    expect(await ids("agent")).toEqual([...more.toReversed(), paused, reopened, kept]);
    expect(await ids("all")).toEqual([]);
    await change(own.sql, kept, { test_coverage_pct: 90 });
    await change(own.sql, reopened, { status: "completed" });
    expect(await ids("agent")).toEqual([...more.toReversed(), paused]);
    expect(await ids("all")).toEqual([kept, reopened]);
  });
});

describe("what somebody has", () => {
  test("is theirs for 30 minutes, said with their name, and longer when they ask again", async () => {
    const [first, second] = [await waiting(1), await waiting(2)];
    const [event] = await eventsAfter(own.sql, first, async () => {
      expect(await take(me)).toBe(first);
    });
    expect(event).toMatchObject({
      kind: "assignment",
      action: "created",
      actor: me,
      new: { reviewer_id: me, state: "held" },
    });
    const [row] = await queue("mine");
    expect(row).toMatchObject({ session_id: first, reviewer_id: me, reviewer_name: "Rosa" });
    const minutes = (Date.parse(String(row?.held_until)) - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(30);
    expect(await ids("unassigned")).toEqual([second]);
    expect(await ids("all")).toEqual([first, second]);
    expect(await take(other)).toBe(second);
    await own.sql`update public.exec_review_assignments set ends_at = now() + interval '1 minute'`;
    expect(await take(me)).toBe(first);
    const again = (await queue("mine"))[0]?.held_until;
    expect(Date.parse(String(again)) - Date.now()).toBeGreaterThan(29 * 60_000);
  });

  test("is anybody's once its time is over", async () => {
    const id = await waiting(1);
    await take(me);
    expect(await take(other)).toBeNull();
    await expire(id);
    expect(await ids("unassigned")).toEqual([id]);
    expect(await ids("mine")).toEqual([]);
    expect((await queue("all"))[0]).toMatchObject({ reviewer_id: null, held_until: null });
    const [event] = await eventsAfter(own.sql, id, async () => {
      expect(await take(other)).toBe(id);
    });
    expect(event).toMatchObject({ old: { reviewer_id: me }, new: { reviewer_id: other } });
    expect(await take(me)).toBeNull();
  });

  test("ends with a verdict and not with a comment", async () => {
    const id = await waiting(1);
    await take(me);
    await skip(id, other);
    await decide(id, "comment");
    expect(await ids("mine")).toEqual([id]);
    await decide(id, "request_changes", "reopen");
    expect(await own.sql`select from public.exec_review_assignments`).toHaveLength(0);
    await change(own.sql, id, { status: "completed" });
    expect(await ids("unassigned")).toEqual([id]);
    expect(await take(other), "who passed over what was there before").toBe(id);
  });
});

describe("to assign", () => {
  test("gives it to somebody until they have decided, and takes it back", async () => {
    const [id, risky] = [await waiting(1), await waiting(2, 50)];
    expect(await assign(id, other)).toBe("done");
    expect((await queue("mine", other))[0]).toMatchObject({ session_id: id, held_until: null });
    expect(await take(other), "before what is riskier").toBe(id);
    expect(await take(me)).toBe(risky);
    expect(await assign(id, me), "not whom it was nobody's").toBe("PT409 moved");
    expect(await assign(id, me, other)).toBe("done");
    expect(await ids("mine")).toEqual([risky, id]);
    expect((await queue("mine"))[1]?.held_until).not.toBeNull();
    expect(await assign(id, null, me)).toBe("done");
    expect(await ids("unassigned")).toEqual([id]);
  });

  test("is refused for who cannot decide, and for what does not wait", async () => {
    const id = await waiting(1);
    const reader = await makeMember(own.sql, "viewer");
    for (const nobody of [reader, randomUUID()]) {
      expect(await assign(id, nobody)).toBe("PT422 no_reviewer");
    }
    await decide(id, "approve");
    expect(await assign(id, other)).toBe("PT422 not_waiting");
    expect(await own.sql`select from public.exec_review_assignments`).toHaveLength(0);
  });

  test("to somebody who passed it over counts", async () => {
    const id = await waiting(1);
    await skip(id, other);
    expect(await assign(id, other)).toBe("done");
    expect(await ids("mine", other)).toEqual([id]);
    expect((await queue("all", other))[0]).toMatchObject({ skipped: false, reviewer_id: other });
  });
});

test("what one passes over is offered to others, and to oneself after 12 hours", async () => {
  const [first, second] = [await waiting(1), await waiting(2)];
  expect(await take(me)).toBe(first);
  expect(await skip(first)).toBe("done");
  expect(await skip(first), "twice").toBe("done");
  expect(await take(me)).toBe(second);
  expect((await queue("all")).map(({ skipped }) => skipped)).toEqual([true, false]);
  expect((await queue("all", other)).map(({ skipped }) => skipped)).toEqual([false, false]);
  expect(await ids("unassigned")).toEqual([first]);
  const [row] = await own.sql`
    select round(extract(epoch from ends_at - now()) / 3600)::int as hours
    from public.exec_review_assignments where state = 'skipped'`;
  expect(row?.hours).toBe(12);
  await skip(second);
  expect(await take(me)).toBeNull();
  await expire(first);
  expect(await take(me)).toBe(first);
});
