// A checkpoint that is waived is moved to another session while others write.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { staleCards } from "./support/cards.ts";
import { owner } from "./support/clients.ts";
import { makeSession } from "./support/rows.ts";
import { open, said, untilWaiting } from "./support/transactions.ts";

const sql = owner(undefined, 6);

/** Other checkpoints than the moved one. */
const score = (id: string) => (tx: typeof sql) =>
  tx`update public.exec_quality_checkpoints set score = 7 where session_id = ${id} and checkpoint_name <> 'Moved'`;

const made = async () => {
  const left = await makeSession(sql, { id: randomUUID().replace(/^./, "f") });
  const id = randomUUID().replace(/^./, "0");
  const there = await makeSession(sql, { id, sd_id: left.sd_id, status: "paused" });
  const row = { session_id: left.id, sd_id: left.sd_id, checkpoint_name: "Moved" };
  const [gate] = await sql`
    insert into public.exec_quality_checkpoints ${sql({ ...row, checkpoint_type: "TESTING" })} returning id`;
  const waiver = { ...row, checkpoint_id: gate?.id, reason: "r", ends_at: new Date("2030-01-01") };
  const waive = (session_id = left.id) =>
    sql`insert into public.exec_checkpoint_waivers ${sql({ ...waiver, session_id })}`;
  const move = (tx: typeof sql) =>
    tx`update public.exec_quality_checkpoints set session_id = ${there.id} where id = ${gate?.id}`;
  const waivers = () =>
    sql`select session_id from public.exec_checkpoint_waivers where checkpoint_id = ${gate?.id}`;
  return { left, there, waive, move, waivers, id: gate?.id };
};

test("the waiver ends, which the history tells, and whoever writes it is not disturbed", async () => {
  const { left, waive, move, waivers, id } = await made();
  await waive();
  const prolonging = await open(
    sql,
    (tx) => tx`select from public.exec_checkpoint_waivers where checkpoint_id = ${id} for update`,
  );
  const moved = said(move(sql));
  await untilWaiting(sql, prolonging.pid);
  const prolong = prolonging.write(
    (tx) =>
      tx`update public.exec_checkpoint_waivers set ends_at = '2031-01-01' where checkpoint_id = ${id}`,
  );
  expect(await said(prolong)).toBe("done");
  await prolonging.commit();
  expect(await moved).toBe("done");
  expect(await waivers()).toHaveLength(0);
  const history = await sql`
    select session_id, action from public.exec_session_events
    where kind = 'waiver' and sd_id = ${left.sd_id} order by id`;
  expect(history.map((event) => ({ ...event }))).toEqual(
    ["created", "changed", "deleted"].map((action) => ({ session_id: left.id, action })),
  );
  expect(await staleCards(sql, [left.sd_id])).toEqual([]);
});

test("whoever writes of one session and then of the other is not disturbed", async () => {
  const { left, there, waive, move } = await made();
  await waive();
  const writing = await open(sql, score(there.id));
  const moved = said(move(sql));
  await untilWaiting(sql, writing.pid);
  expect(await said(writing.write(score(left.id)))).toBe("done");
  await writing.commit();
  expect(await moved).toBe("done");
  expect(await staleCards(sql, [left.sd_id])).toEqual([]);
});

test("meanwhile it cannot be waived, for the session that it leaves or for one that it never had", async () => {
  const { there, waive, move, waivers } = await made();
  expect(await said(waive(there.id))).toBe("23503");
  const moving = await open(sql, move);
  const waived = said(waive());
  await untilWaiting(sql, moving.pid);
  await moving.commit();
  expect(await waived).toBe("23503");
  await waive(there.id);
  expect([...(await waivers())]).toEqual([{ session_id: there.id }]);
});
