import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "../../../scripts/backend/database.ts";

/** How many wait for that process of the database. */
export const waitersFor = async (sql: Sql, pid: number) => {
  const [row] = await sql`
    select count(*)::int as count from pg_stat_activity where ${pid} = any (pg_blocking_pids(pid))`;
  return row?.count;
};

/** Until somebody waits for that process. */
export async function untilWaiting(sql: Sql, pid: number) {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    if ((await waitersFor(sql, pid)) > 0) return;
    await sleep(10);
  }
  throw new Error("Nobody waits");
}

/** A transaction of its own connection, left open until it is told to commit. */
export async function open(sql: Sql, write: (tx: Sql) => PromiseLike<unknown>) {
  const connection = await sql.reserve();
  await connection`begin`;
  const [me] = await connection`select pg_backend_pid() as pid`;
  await write(connection as unknown as Sql);
  return {
    pid: Number(me?.pid),
    write: (more: (tx: Sql) => PromiseLike<unknown>) => more(connection as unknown as Sql),
    commit: async () => {
      await connection`commit`.finally(() => connection.release());
    },
  };
}

/** What became of a write: done, or the code of its refusal. */
export const said = (work: PromiseLike<unknown>) =>
  Promise.resolve(work).then(
    () => "done",
    ({ code }) => code,
  );
