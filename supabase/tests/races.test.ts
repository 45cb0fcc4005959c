// People and agents in the same moment: one of them is first, the others are told, and nobody fails
// otherwise. EXHIBIT_ROUNDS says how often two of them meet: 50 times where it is not set.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newest, refusalOf } from "./support/acting.ts";
import { cardOf } from "./support/cards.ts";
import { agents, atOnce, each, patient, racing, times, winner } from "./support/racing.ts";
import { makeDirective, makeSession } from "./support/rows.ts";
import { open, untilWaiting } from "./support/transactions.ts";

const crowd = racing();

describe("a session", () => {
  test("is started by one of twenty", patient, () =>
    each(20, async () => {
      const p_sd_id = await makeDirective(crowd.own.sql);
      const start = (n: number) =>
        crowd.call("start_session", {
          p_actor: crowd.person(n),
          p_id: randomUUID(),
          p_sd_id,
          p_type: "UI_COMPONENT",
        });
      expect(await atOnce(times(20, start))).toEqual(
        winner(20, "23505 idx_exec_sessions_sd_active"),
      );
    }),
  );

  test("is completed by one of twelve, while agents write", patient, () =>
    each(12, async () => {
      const session = await makeSession(crowd.own.sql);
      const sibling = await makeSession(crowd.own.sql, { sd_id: session.sd_id, status: "failed" });
      const p_seen = await newest(crowd.own.sql, session.id);
      const complete = (n: number) =>
        crowd.call("change_session_status", {
          p_actor: crowd.person(n),
          p_session_id: session.id,
          p_seen,
          p_from: "active",
          p_to: "completed",
        });
      const writing = atOnce(agents(crowd.key, [sibling]));
      expect(await atOnce(times(12, complete))).toEqual(winner(12, "PT409 moved"));
      expect(new Set(await writing)).toEqual(new Set(["done"]));
    }),
  );

  test("is completed, or has failed, or is cancelled", patient, () =>
    each(3, async () => {
      const { id } = await makeSession(crowd.own.sql);
      const p_seen = await newest(crowd.own.sql, id);
      const move = (p_to: string, n: number) =>
        crowd.call("change_session_status", {
          p_actor: crowd.person(n),
          p_session_id: id,
          p_seen,
          p_from: "active",
          p_to,
        });
      const said = await Promise.all(["completed", "failed", "cancelled"].map(move));
      expect(said.toSorted()).toEqual(winner(3, "PT409 moved"));
      const won = ["completed", "failed", "cancelled"][said.indexOf("done")];
      expect((await cardOf(crowd.own.sql, id)).status).toBe(won);
    }),
  );
});

test("a verdict is one's, with what it sets in motion, while agents write", patient, () =>
  each(10, async (round) => {
    const session = await makeSession(crowd.own.sql, { status: "completed" });
    const { id, sd_id } = session;
    const siblings = [
      await makeSession(crowd.own.sql, { sd_id, status: "failed" }),
      await makeSession(crowd.own.sql, { sd_id, status: "paused" }),
    ];
    await crowd.own.sql`
      update public.strategic_directives_v2 set status = 'implementation_review_required' where id = ${sd_id}`;
    const p_seen = await newest(crowd.own.sql, id);
    const decide = (verdict: string, p_then: string, n: number) =>
      crowd.call("give_verdict", {
        p_actor: crowd.person(n),
        p_id: randomUUID(),
        p_session_id: id,
        p_seen,
        p_values: { verdict },
        p_then,
      });
    const others = [
      ...agents(crowd.key, [session, ...siblings]),
      crowd.call("take_review", { p_actor: crowd.person(round) }),
    ];
    const said = await atOnce([
      decide("approve", "complete_directive", 0),
      decide("request_changes", "reopen", 1),
    ]);
    expect(said).toEqual(["PT409 moved", "done"].sort());
    expect(new Set(await atOnce(others))).toEqual(new Set(["done"]));
    const [directive] = await crowd.own.sql`
      select status from public.strategic_directives_v2 where id = ${sd_id}`;
    const { verdict } = await cardOf(crowd.own.sql, id);
    expect(directive?.status).toBe(
      verdict === "approve" ? "implementation_complete" : "in_progress",
    );
    await crowd.own.sql`delete from public.exec_implementation_sessions where sd_id = ${sd_id}`;
  }),
);

test.each(["request_changes", "approve"])(
  "a verdict (%s) that moves its directive waits for a card before it locks what comes after",
  async (verdict) => {
    const { id, sd_id } = await makeSession(crowd.own.sql, { status: "completed" });
    const sibling = await makeSession(crowd.own.sql, { sd_id, status: "failed" });
    await crowd.own.sql`
      update public.strategic_directives_v2 set status = 'implementation_review_required' where id = ${sd_id}`;
    const p_seen = await newest(crowd.own.sql, id);
    // Somebody has it, which the verdict ends.
    const [p_actor, p_reviewer] = [crowd.person(1), crowd.person(1)];
    await crowd.call("assign_review", { p_actor, p_session_id: id, p_reviewer });
    // An agent's trigger has locked the sibling's card, and not yet the directive's.
    const agent = await open(
      crowd.own.sql,
      (tx) => tx`select exhibit.lock_session_cards(${[sibling.id]}::uuid[])`,
    );
    const answer = crowd.call("give_verdict", {
      p_actor: crowd.person(0),
      p_id: randomUUID(),
      p_session_id: id,
      p_seen,
      p_values: { verdict },
      p_then: verdict === "approve" ? "complete_directive" : "reopen",
    });
    await untilWaiting(crowd.own.sql, agent.pid);
    await agent.write(
      (tx) => tx`
        update public.exec_quality_checkpoints set score = 5 where session_id = ${sibling.id}`,
    );
    await agent.commit();
    expect(await answer).toBe("done");
  },
);

test("a waiver that an agent writes while its session is deleted finds nothing, and stops nobody", async () => {
  const { id, sd_id } = await makeSession(crowd.own.sql);
  const [checkpoint] = await crowd.own.sql`
    select id, checkpoint_name from public.exec_quality_checkpoints where session_id = ${id}`;
  const deletion = await open(
    crowd.own.sql,
    (tx) => tx`select from public.exec_implementation_sessions where id = ${id} for update`,
  );
  const answer = crowd.key
    .from("exec_checkpoint_waivers")
    .insert({
      checkpoint_id: checkpoint?.id,
      checkpoint_name: checkpoint?.checkpoint_name,
      session_id: id,
      sd_id,
      reason: "r",
      ends_at: "2100-01-01",
    })
    .then(({ error }) => error && refusalOf(error));
  await untilWaiting(crowd.own.sql, deletion.pid);
  await deletion.write(
    (tx) => tx`delete from public.exec_implementation_sessions where id = ${id}`,
  );
  await deletion.commit();
  expect(await answer).toBe("23503 exec_checkpoint_waivers_session_id_fkey");
});
