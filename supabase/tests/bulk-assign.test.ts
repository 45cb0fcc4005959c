// Many reviews given to one reviewer at once: what becomes of each, for whom, and who meets whom.
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { makeMember, newest } from "./support/acting.ts";
import { eventsAfter } from "./support/cards.ts";
import { person, service, stranger } from "./support/clients.ts";
import { agents, atOnce, each, patient, racing, times } from "./support/racing.ts";
import { makeSession } from "./support/rows.ts";
import { open, untilWaiting } from "./support/transactions.ts";

const crowd = racing();
afterEach(() => crowd.empty());

const completed = async () => (await makeSession(crowd.own.sql, { status: "completed" })).id;
const waiting = (count: number) => Promise.all(times(count, completed));

const writeMany = async (ids: string[]) => {
  const sessions = crowd.key.from("exec_implementation_sessions");
  const { error } = await sessions.update({ orchestrator: randomUUID() }).in("id", ids);
  return error?.code ?? "done";
};

type Row = { id: string; outcome: string };

async function assign(ids: string[], p_reviewer: string, p_actor = crowd.admin) {
  const given = { p_actor, p_session_ids: ids, p_reviewer };
  const { data, error } = await service(crowd.own.backend).rpc("assign_reviews", given);
  expect(error).toBeNull();
  return Object.fromEntries((data as Row[]).map(({ id, outcome }) => [id, outcome]));
}

const assigned = async () =>
  Object.fromEntries(
    (
      await crowd.own.sql`
        select session_id, reviewer_id, state, ends_at from public.exec_review_assignments
        where state <> 'skipped' and ends_at > now()`
    ).map(({ session_id, reviewer_id, state }) => [session_id, `${state} ${reviewer_id}`]),
  );

describe("to assign many", () => {
  test("gives those that are free, says why not the others, and leaves them", async () => {
    const [me = "", other = "", third = ""] = times(3, crowd.person);
    const [free = "", mine = "", theirs = "", hers = "", held = "", skipped = ""] =
      await waiting(6);
    const active = (await makeSession(crowd.own.sql)).id;
    const nothing = randomUUID();
    await assign([mine], me, me);
    await assign([theirs], third);
    await assign([hers], other);
    await assign([held], other, other);
    await crowd.call("skip_review", { p_actor: other, p_session_id: skipped });
    const all = [free, mine, theirs, hers, held, skipped, active, nothing, free];
    const outcomes = {
      [free]: "assigned",
      [mine]: "assigned",
      [theirs]: "taken",
      [hers]: "had",
      [held]: "assigned",
      [skipped]: "assigned",
      [active]: "not_waiting",
      [nothing]: "gone",
    };
    const [event, ...more] = await eventsAfter(crowd.own.sql, free, async () => {
      expect(await assign(all, other, me)).toEqual(outcomes);
    });
    expect(more).toEqual([]);
    expect(event).toMatchObject({ kind: "assignment", actor: me, new: { reviewer_id: other } });
    const after = {
      ...Object.fromEntries(
        [free, mine, hers, held, skipped].map((id) => [id, `assigned ${other}`]),
      ),
      [theirs]: `assigned ${third}`,
    };
    expect(await assigned()).toEqual(after);
    // The same once more changes nothing.
    const again = { [free]: "had", [mine]: "had", [held]: "had", [skipped]: "had" };
    for (const id of [free, theirs, active]) {
      const events = await eventsAfter(crowd.own.sql, id, async () => {
        expect(await assign(all, other, me)).toEqual({ ...outcomes, ...again });
      });
      expect(events).toEqual([]);
    }
    expect(await assigned()).toEqual(after);
  });

  test("to oneself is for 30 minutes, and none is none", async () => {
    const [id = ""] = await waiting(1);
    const me = crowd.person(0);
    expect(await assign([id], me, me)).toEqual({ [id]: "assigned" });
    expect(await assigned()).toEqual({ [id]: `held ${me}` });
    expect(await assign([id], me, me)).toEqual({ [id]: "had" });
    expect(await assign([], me, me)).toEqual({});
  });

  test("takes a hundred, and refuses more as a whole", async () => {
    const ids = await waiting(3);
    const many = [...ids, ...times(97, () => randomUUID())];
    const given = { p_actor: crowd.admin, p_reviewer: crowd.person(1) };
    const tooMany = { ...given, p_session_ids: [...many, randomUUID()] };
    expect(await crowd.call("assign_reviews", tooMany)).toBe("PT422 too_many");
    expect(await assigned()).toEqual({});
    expect(Object.keys(await assign(many, crowd.person(1)))).toHaveLength(100);
    expect(Object.keys(await assigned()).sort()).toEqual(ids.sort());
  });

  test("is refused to a stranger and to members' own rights, for a viewer, and by one", async () => {
    const ids = await waiting(2);
    const reader = await makeMember(crowd.own.sql, "viewer");
    const call = (p_actor: string, p_reviewer: string | null) =>
      crowd.call("assign_reviews", { p_actor, p_reviewer, p_session_ids: ids });
    for (const nobody of [reader, randomUUID(), null]) {
      expect(await call(crowd.admin, nobody)).toBe("PT422 no_reviewer");
    }
    for (const nobody of [reader, randomUUID()]) {
      expect(await call(nobody, crowd.person(0))).toBe("PT403 not_allowed");
    }
    const given = { p_actor: crowd.admin, p_reviewer: crowd.person(0), p_session_ids: ids };
    const admin = await person("admin", crowd.own.backend);
    for (const client of [stranger(crowd.own.backend), admin.client]) {
      expect((await client.rpc("assign_reviews", given)).error?.code).toBe("42501");
    }
    expect(await assigned()).toEqual({});
  });
});

describe("at once", () => {
  test(
    "two assigners of the same ones: each is one's, whole, and none is a deadlock",
    patient,
    () =>
      each(4, async () => {
        const ids = await waiting(6);
        const orders = [ids, ids.toReversed(), ids.slice(0, 4), ids.slice(2).toReversed()];
        const outcomes = await Promise.all(
          orders.map((order, n) => assign(order, crowd.person(n), crowd.person(n + 5))),
        );
        const has = await assigned();
        for (const id of ids) {
          const winners = outcomes.flatMap((each, n) => (each[id] === "assigned" ? [n] : []));
          expect(winners).toHaveLength(1);
          expect(has[id]).toBe(`assigned ${crowd.person(winners[0] ?? 0)}`);
        }
      }),
  );

  test("with all else that is done about them", patient, () =>
    each(8, async () => {
      const sd = await makeSession(crowd.own.sql, { status: "completed" });
      const { id: sibling } = await makeSession(crowd.own.sql, { sd_id: sd.sd_id });
      const ids = [sd.id, sibling, ...(await waiting(3))];
      const p_seen = await newest(crowd.own.sql, sd.id);
      const last = ids.at(-1) ?? "";
      const lastSeen = await newest(crowd.own.sql, last);
      const bulk = (n: number, order: string[]) =>
        crowd.call("assign_reviews", {
          p_actor: crowd.person(n),
          p_session_ids: order,
          p_reviewer: crowd.person(n + 1),
        });
      const said = await atOnce([
        bulk(0, ids),
        bulk(2, ids.toReversed()),
        crowd.call("take_review", { p_actor: crowd.person(4) }),
        crowd.call("assign_review", {
          p_actor: crowd.admin,
          p_session_id: ids[2],
          p_reviewer: crowd.person(5),
        }),
        crowd.call("skip_review", { p_actor: crowd.person(1), p_session_id: ids[3] }),
        crowd.call("give_verdict", {
          p_actor: crowd.person(6),
          p_id: randomUUID(),
          p_session_id: sd.id,
          p_seen,
          p_values: { verdict: "approve" },
          p_then: "complete_directive",
        }),
        crowd.call("delete_session", {
          p_actor: crowd.admin,
          p_session_id: last,
          p_seen: lastSeen,
        }),
        crowd.call("edit_session", {
          p_actor: crowd.admin,
          p_session_id: sibling,
          p_seen: await newest(crowd.own.sql, sibling),
          p_values: { security_score: 50 },
        }),
        // An agent's one write of a sibling and of one that is given away.
        ...agents(crowd.key, [{ id: sibling, sd_id: sd.sd_id }]),
        writeMany([sibling, ids[2] ?? ""]),
      ]);
      for (const each of said) expect(each).toMatch(/^(done|PT409 moved|PT404 gone)$/);
      await crowd.empty();
    }),
  );

  test("with somebody who has one of them in hand: it waits, and has written none", async () => {
    const [first = "", second = ""] = (await waiting(2)).sort();
    const deciding = await open(crowd.own.sql, (tx) => tx`select exhibit.open_review(${second})`);
    const assigning = assign([second, first], crowd.person(1));
    await untilWaiting(crowd.own.sql, deciding.pid);
    expect(await assigned()).toEqual({});
    await deciding.commit();
    expect(await assigning).toEqual({ [first]: "assigned", [second]: "assigned" });
  });
});
