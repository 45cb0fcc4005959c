// Who acted, in which order, and what is left of a write that was taken back.
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { cardOf, change, directiveCardOf, eventsAfter, eventsOf } from "./support/cards.ts";
import { owner, service } from "./support/clients.ts";
import { makeDirective, makeSession } from "./support/rows.ts";

const sql = owner();
let session: { id: string; sd_id: string };

beforeEach(async () => {
  session = await makeSession(sql);
});

test("is named for the transaction that says so, and for no other", async () => {
  const actor = randomUUID();
  const events = await eventsAfter(sql, session.id, async () => {
    const connection = await sql.reserve();
    try {
      await connection`begin`;
      await connection`select set_config('exhibit.actor', ${actor}, true)`;
      await connection`update public.exec_implementation_sessions set quality_score = 1 where id = ${session.id}`;
      await connection`commit`;
      // The same connection afterwards, as a pool hands it to the next request.
      await connection`update public.exec_implementation_sessions set quality_score = 2 where id = ${session.id}`;
    } finally {
      connection.release();
    }
    await service()
      .from("exec_implementation_sessions")
      .update({ quality_score: 3 })
      .eq("id", session.id);
  });
  expect(events.map((event) => [event.actor, event.new?.quality_score])).toEqual([
    [actor, 1],
    [null, 2],
    [null, 3],
  ]);
});

test("the clock is that of the write, also within one transaction", async () => {
  const [before] = await sql`select clock_timestamp() as at`;
  await sql.begin(async (tx) => {
    await tx`update public.exec_implementation_sessions set quality_score = 1 where id = ${session.id}`;
    await tx`select pg_sleep(0.05)`;
    await tx`update public.exec_implementation_sessions set quality_score = 2 where id = ${session.id}`;
  });
  const [first, second] = (await eventsOf(sql, session.id)).slice(1);
  expect(first?.at.getTime()).toBeGreaterThanOrEqual(before?.at.getTime());
  expect((second?.at.getTime() ?? 0) - (first?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(45);
});

test("a session that moves to another directive leaves the one and joins the other", async () => {
  const other = await makeDirective(sql, { title: "The other one" });
  const [event] = await eventsAfter(sql, session.id, () =>
    change(sql, session.id, { sd_id: other }),
  );
  expect(event).toMatchObject({
    sd_id: other,
    old: { sd_id: session.sd_id },
    new: { sd_id: other },
  });
  expect(await cardOf(sql, session.id)).toMatchObject({
    sd_id: other,
    directive_title: "The other one",
  });
  const [found] = await sql`
    select search_text from public.exec_session_search where session_id = ${session.id}`;
  expect(found?.search_text).toContain(`${other} the other one`.toLowerCase());
  expect(await directiveCardOf(sql, session.sd_id)).toMatchObject({ sessions: 0 });
  expect(await directiveCardOf(sql, other)).toMatchObject({
    sessions: 1,
    newest_session_id: session.id,
  });
});

test("a write that is rolled back leaves no event and the card as it was", async () => {
  const before = await cardOf(sql, session.id);
  const events = await eventsAfter(sql, session.id, () =>
    sql
      .begin(async (tx) => {
        await tx`update public.exec_implementation_sessions set quality_score = 99 where id = ${session.id}`;
        throw new Error("taken back");
      })
      .catch(() => {}),
  );
  expect(events).toEqual([]);
  expect(await cardOf(sql, session.id)).toEqual(before);
});

test("one that is refused at commit does neither", async () => {
  const second = await makeSession(sql, { sd_id: session.sd_id, status: "paused" });
  const before = [await cardOf(sql, second.id), await directiveCardOf(sql, session.sd_id)];
  await change(sql, session.id, { status: "failed" });
  const ended = await directiveCardOf(sql, session.sd_id);
  const events = await eventsAfter(sql, second.id, async () => {
    const { error } = await service()
      .from("exec_implementation_sessions")
      .update({ status: "failed", quality_score: 70 })
      .eq("id", second.id);
    expect(error?.code).toBe("23505");
  });
  expect(events).toEqual([]);
  expect(await cardOf(sql, second.id)).toEqual(before[0]);
  expect(await directiveCardOf(sql, session.sd_id)).toEqual(ended);
});
