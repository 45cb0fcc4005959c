// Reviewers who take from one queue in the same moment. EXHIBIT_ROUNDS says how often two of them
// meet: 50 times where it is not set.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { makeMember, newest } from "./support/acting.ts";
import { atOnce, each, patient, racing, times } from "./support/racing.ts";
import { makeSession } from "./support/rows.ts";

const crowd = racing();

describe("the queue", () => {
  const take = async (reviewer: string) => {
    const { data, error } = await crowd.key.rpc("take_review", { p_actor: reviewer });
    expect(error).toBeNull();
    return data as string | null;
  };
  /** Sessions that wait; some were held, or passed over, until a moment ago. */
  async function waiting(count: number) {
    const made = await Promise.all(
      times(count, () => makeSession(crowd.own.sql, { status: "completed" })),
    );
    for (const [n, { id, sd_id }] of made.entries()) {
      const states = n % 3 === 0 ? ["held"] : [];
      const rows = [...states, "skipped", "skipped", "skipped"].map((state, of) => ({
        session_id: id,
        sd_id,
        reviewer_id: crowd.person(n + of),
        state,
        ends_at: new Date(Date.now() - 1000),
      }));
      await crowd.own.sql`insert into public.exec_review_assignments ${crowd.own.sql(rows)}`;
    }
    return made.map(({ id }) => id).sort();
  }

  test.each([
    [2, 1],
    [2, 2],
    [10, 5],
    [10, 12],
  ])("hands what waits to one each: %i reviewers, %i sessions", patient, async (count, size) => {
    await each(count * 2, async () => {
      const ids = await waiting(size);
      const given = await Promise.all(crowd.people.slice(0, count).map(take));
      const taken = given.filter((id) => id !== null);
      expect(new Set(taken).size).toBe(Math.min(count, size));
      expect(taken).toHaveLength(Math.min(count, size));
      if (size <= count) expect(taken.toSorted()).toEqual(ids);
      // And keeps it for them.
      expect(await Promise.all(crowd.people.slice(0, count).map(take))).toEqual(given);
      await crowd.empty();
    });
  });

  test("hands one to somebody who asks five times at once", patient, () =>
    each(5, async () => {
      await waiting(3);
      const given = await Promise.all(times(5, () => take(crowd.person(0))));
      expect(new Set(given).size).toBe(1);
      expect(given[0]).not.toBeNull();
      await crowd.empty();
    }),
  );

  test("is taken from, assigned, passed over, decided and deleted", patient, () =>
    each(8, async () => {
      const [id = "", second] = await waiting(2);
      const p_seen = await newest(crowd.own.sql, id);
      const assign = (p_reviewer: string, p_actor: string) =>
        crowd.call("assign_review", { p_actor, p_session_id: id, p_reviewer });
      const refused = /^(done|PT409 moved|PT404 gone|PT422 not_waiting)$/;
      const said = await atOnce([
        crowd.call("take_review", { p_actor: crowd.person(0) }),
        assign(crowd.person(1), crowd.admin),
        assign(crowd.person(2), crowd.person(2)),
        crowd.call("skip_review", { p_actor: crowd.person(0), p_session_id: id }),
        crowd.call("skip_review", { p_actor: crowd.person(3), p_session_id: id }),
        crowd.call("give_verdict", {
          p_actor: crowd.person(4),
          p_id: randomUUID(),
          p_session_id: id,
          p_seen,
          p_values: { verdict: "approve" },
        }),
        crowd.call("delete_session", { p_actor: crowd.admin, p_session_id: id, p_seen }),
        crowd.call("take_review", { p_actor: crowd.person(5) }),
      ]);
      for (const each of said) expect(each).toMatch(refused);
      const left = await crowd.own.sql`
        select session_id, count(*)::int as holders from public.exec_review_assignments
        where state <> 'skipped' and ends_at > now() group by 1`;
      for (const { holders } of left) expect(holders).toBe(1);
      expect(left.some(({ session_id }) => session_id === second)).toBe(true);
      await crowd.empty();
    }),
  );

  test("loses its reviewers while they take from it", patient, () =>
    each(4, async () => {
      await waiting(3);
      const leaving = await makeMember(crowd.own.sql, "reviewer");
      await crowd.call("take_review", { p_actor: leaving });
      const said = await Promise.all([
        crowd.call("remove_member", {
          p_actor: crowd.admin,
          p_user_id: leaving,
          p_was: "reviewer",
        }),
        crowd.call("take_review", { p_actor: leaving }),
        crowd.call("take_review", { p_actor: crowd.person(1) }),
        crowd.call("take_review", { p_actor: leaving }),
      ]);
      expect(said[0]).toBe("done");
      for (const each of said) expect(each).toMatch(/^(done|PT403 not_allowed)$/);
      expect(
        await crowd.own
          .sql`select from public.exec_review_assignments where reviewer_id = ${leaving}`,
      ).toHaveLength(0);
      await crowd.empty();
    }),
  );
});
