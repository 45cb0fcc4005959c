// Where two writers meet: the cards are whole, and nobody is a deadlock's victim.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { migrate } from "../../scripts/backend/database.ts";
import { cardOf, change, staleCards } from "./support/cards.ts";
import { owner, service } from "./support/clients.ts";
import { makeDirective, makeSession } from "./support/rows.ts";
import { scratchDatabase } from "./support/scratch.ts";
import { open, said, untilWaiting } from "./support/transactions.ts";

const sql = owner(undefined, 6);

describe("where two meet", () => {
  test("a session that is inserted while its directive gets a new title has that title", async () => {
    for (const first of ["the session", "the title"]) {
      const sd_id = await makeDirective(sql);
      const insert = (tx: typeof sql) =>
        tx`insert into public.exec_implementation_sessions (sd_id, implementation_type) values (${sd_id}, 'API_ENDPOINT')`;
      const rename = (tx: typeof sql) =>
        tx`update public.strategic_directives_v2 set title = 'Another title' where id = ${sd_id}`;
      const [one, two] = first === "the session" ? [insert, rename] : [rename, insert];
      const transaction = await open(sql, one);
      const second = two(sql).then(() => {});
      await untilWaiting(sql, transaction.pid);
      await transaction.commit();
      await second;
      const [card] = await sql`
        select directive_title from public.exec_session_cards where sd_id = ${sd_id}`;
      expect(card?.directive_title, `${first} first`).toBe("Another title");
      expect(await staleCards(sql, [sd_id])).toEqual([]);
    }
  });

  test("so has one that moves there", async () => {
    const { id } = await makeSession(sql);
    const sd_id = await makeDirective(sql);
    const moving = await open(sql, (tx) => change(tx, id, { sd_id }));
    const renaming = sql`update public.strategic_directives_v2 set title = 'Another title' where id = ${sd_id}`;
    const renamed = renaming.then(() => {});
    await untilWaiting(sql, moving.pid);
    await moving.commit();
    await renamed;
    expect(await cardOf(sql, id)).toMatchObject({ directive_title: "Another title" });
  });
});

test("what one writes of a session, and another of its checkpoints, both stand in the cards", async () => {
  const { id, sd_id } = await makeSession(sql, { started_at: new Date("2026-11-02") });
  const older = { sd_id, status: "paused", started_at: new Date("2026-11-01") };
  for (const session_id of [id, (await makeSession(sql, older)).id]) {
    const first = await open(sql, (tx) => change(tx, id, { quality_score: 88 }));
    const row = { session_id, sd_id, checkpoint_name: "Mine", checkpoint_type: "TESTING" };
    const second = sql`insert into public.exec_quality_checkpoints ${sql(row)}`.then(() => {});
    await untilWaiting(sql, first.pid);
    await first.commit();
    await second;
    expect(await cardOf(sql, session_id)).toMatchObject({ gates_all: 4 });
    expect(await cardOf(sql, id)).toMatchObject({ quality_score: 88 });
    expect(await staleCards(sql, [sd_id])).toEqual([]);
    await change(sql, id, { quality_score: 10 });
  }
});

describe("where two take one status of a directive", () => {
  const insert = (tx: typeof sql, sd_id: string) =>
    tx`insert into public.exec_implementation_sessions (sd_id, status, implementation_type) values (${sd_id}, 'paused', 'API_ENDPOINT')`;

  test("the second is refused, and neither is a deadlock's victim", async () => {
    const sd_id = await makeDirective(sql);
    const first = await open(sql, (tx) => insert(tx, sd_id));
    const second = said(insert(sql, sd_id));
    await untilWaiting(sql, first.pid);
    expect(await said(first.commit())).toBe("done");
    expect(await second).toBe("23505");
  });

  test("whoever just changes the one that has it is not disturbed", async () => {
    const { id, sd_id } = await makeSession(sql, { status: "paused" });
    const refused = await open(sql, (tx) => insert(tx, sd_id));
    const change = said(
      service().from("exec_implementation_sessions").update({ quality_score: 77 }).eq("id", id),
    );
    await untilWaiting(sql, refused.pid);
    expect(await said(refused.commit())).toBe("23505");
    expect(await change).toBe("done");
    expect(await cardOf(sql, id)).toMatchObject({ quality_score: 77 });
    expect(await staleCards(sql, [sd_id])).toEqual([]);
  });
});

describe("where one deletes", () => {
  const remove = (tx: typeof sql, id: string) =>
    tx`delete from public.exec_implementation_sessions where id = ${id}`;

  test("a session, whoever moves its checkpoint to one that moves as well is not disturbed", async () => {
    const [left, moved] = [await makeSession(sql), await makeSession(sql)];
    const checkpoints = (tx: typeof sql) =>
      tx`select from public.exec_quality_checkpoints where session_id = ${left.id} for update`;
    const taking = await open(sql, checkpoints);
    const deleted = said(remove(sql, left.id));
    await untilWaiting(sql, taking.pid);
    const moving = change(sql, moved.id, { sd_id: left.sd_id, status: "paused" });
    expect(await said(moving)).toBe("done");
    const take = taking.write(
      (tx) => tx`
        update public.exec_quality_checkpoints set session_id = ${moved.id}, checkpoint_name = 'Taken'
        where id = (select id from public.exec_quality_checkpoints where session_id = ${left.id} limit 1)`,
    );
    expect(await said(take)).toBe("done");
    expect(await said(taking.commit())).toBe("done");
    expect(await deleted).toBe("done");
    expect(await staleCards(sql, [left.sd_id, moved.sd_id])).toEqual([]);
  });

  test("a directive that has a session, it is refused at once, and the session's writer is not disturbed", async () => {
    const { id, sd_id } = await makeSession(sql);
    const deleting = await open(
      sql,
      (tx) => tx`select from public.strategic_directives_v2 where id = ${sd_id} for update`,
    );
    const changed = said(change(sql, id, { status: "completed", quality_score: 90 }));
    await untilWaiting(sql, deleting.pid);
    const write = deleting.write(
      (tx) => tx`delete from public.strategic_directives_v2 where id = ${sd_id}`,
    );
    expect(await said(write)).toBe("23503");
    await deleting.commit();
    expect(await changed).toBe("done");
    expect(await cardOf(sql, id)).toMatchObject({ status: "completed", quality_score: 90 });
  });
});

test("a session that moves and is completed at once meets one who writes of its new neighbours", async () => {
  const moved = await makeSession(sql, { id: randomUUID().replace(/^./, "0") });
  const there = await makeSession(sql, { id: randomUUID().replace(/^./, "f"), status: "paused" });
  const score = (id: string) => (tx: typeof sql) =>
    tx`update public.exec_quality_checkpoints set score = 7 where session_id = ${id}`;
  const writing = await open(sql, score(moved.id));
  const gone = change(sql, moved.id, { sd_id: there.sd_id, status: "completed" }).then(() => {});
  await untilWaiting(sql, writing.pid);
  await writing.write(score(there.id));
  await writing.commit();
  await gone;
  expect(await staleCards(sql, [moved.sd_id, there.sd_id])).toEqual([]);
});

test("a rebuild and writers do not lock each other out", async () => {
  const scratch = await scratchDatabase();
  await migrate(scratch.sql, () => {});
  const many = owner(scratch.url, 6);
  await many`
    insert into public.strategic_directives_v2 (id, title, status, category, priority, description, rationale, scope)
    select 'SD-' || n, 't', 'draft', 'c', 'low', 'd', 'r', 's' from generate_series(1, 300) n`;
  await many`
    insert into public.exec_implementation_sessions (sd_id, status, implementation_type)
    select 'SD-' || n, status, 'GENERAL_FEATURE'
    from generate_series(1, 300) n, unnest(array['active', 'paused', 'completed', 'failed']) status`;
  let rebuilding = true;
  const failed: unknown[] = [];
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let n = writer; rebuilding; n += 4) {
      await many`
        update public.exec_implementation_sessions set quality_score = ${n % 100}
        where sd_id = ${`SD-${(n * 37) % 300}`} and status = ${["active", "paused", "completed", "failed"][writer] ?? ""}`.catch(
        (error) => failed.push(error),
      );
    }
  });
  await scratch.sql`select exhibit.rebuild_cards()`;
  for (let last: unknown = "00000000-0000-0000-0000-000000000000"; last; ) {
    const [batch] =
      await scratch.sql`select exhibit.rebuild_session_cards(${String(last)}) as last`;
    last = batch?.last;
  }
  await scratch.sql`select exhibit.rebuild_directive_cards()`;
  rebuilding = false;
  await Promise.all(writers);
  expect(failed).toEqual([]);
  expect(await staleCards(many)).toEqual([]);
  await many.end();
});
