// What is killed, slow or away while agents write and people read: nothing acknowledged is lost, and
// it is well again by itself.
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { ownerConnection, type Sql } from "../../scripts/backend/database.ts";
import { type Backend, freePort, postmaster } from "./support/backend.ts";
import { makeCable } from "./support/cable.ts";
import { client, service } from "./support/clients.ts";
import { type Agent, expectWhole, makeAgent } from "./support/fault-agents.ts";
import { ownBackend, ownFolder } from "./support/own-backend.ts";

/** EXHIBIT_FAULT_ROUNDS=200 tries it at length. */
const ROUNDS = Number(process.env.EXHIBIT_FAULT_ROUNDS ?? 12);

/** On a connection of its own each time: one that was there before a fall may never answer again. */
async function asOwner<T>({ databaseUrl }: Backend, ask: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = ownerConnection(databaseUrl);
  try {
    return await ask(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

describe("kill -9", () => {
  const own = ownFolder();

  test(`of Postgres and of the API in turn, ${ROUNDS} times while agents write, loses nothing`, {
    timeout: ROUNDS * 30_000,
  }, async () => {
    let backend: Backend = await own.start();
    const agents = Array.from({ length: 4 }, () => makeAgent(() => backend));
    for (let round = 0; round < ROUNDS; round++) {
      const stopped = Promise.all(agents.map((agent) => agent.writeUntilFault()));
      // Some come in the middle of the first write, some after many.
      await sleep(20 + Math.random() * 200);
      if (round % 2 === 0) process.kill(postmaster(own.path), "SIGKILL");
      else backend.child.kill("SIGKILL");
      await stopped;
      await backend.ended;
      backend = await own.start();
    }
    await asOwner(backend, (sql) => expectWhole(sql, agents));
  });
});

describe("while agents write and people read", () => {
  // Postgres looks through all its files before it is there again.
  vi.setConfig({ testTimeout: 60_000 });
  const own = ownBackend();

  type Span = { from: number; to: number; status: number };

  /** Reads again and again, for so long; when those that failed were under way. */
  async function readFor(url: string, milliseconds: number): Promise<Span[]> {
    const reader = client(url, own.backend.secrets.secretKey);
    const failed: Span[] = [];
    const end = Date.now() + milliseconds;
    for (let from = Date.now(); from < end; from = Date.now()) {
      const { error, status } = await reader.rpc("list_sessions", { p_limit: 50 });
      if (error) failed.push({ from, to: Date.now(), status });
      await sleep(10);
    }
    return failed;
  }

  /** Some failed, and none that was not under way in that time, give or take a moment. */
  function expectFailedWithin(failed: Span[], { from, to }: Omit<Span, "status">) {
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.filter((each) => each.to < from - 100 || each.from > to + 1_000)).toEqual([]);
  }

  const load = (url: string, agents: Agent[], milliseconds: number) =>
    Promise.all([
      Promise.all(agents.map((agent) => agent.writeFor(milliseconds))),
      Promise.all(Array.from({ length: 6 }, () => readFor(url, milliseconds))),
    ]);

  const newAgents = (url?: string) =>
    Array.from({ length: 4 }, () => makeAgent(() => ({ ...own.backend, ...(url && { url }) })));

  async function wellAgain(): Promise<number> {
    const answers = () => asOwner(own.backend, async (sql) => sql`select 1`).catch(() => null);
    await sleep(100);
    while (!(await answers())) await sleep(50);
    return Date.now();
  }

  test("a line that is slow, cut and there again fails only while it is cut", async () => {
    const port = await freePort();
    const cable = await makeCable(port, new URL(own.backend.url));
    const url = `http://127.0.0.1:${port}`;
    const agents = newAgents(url);
    const under = load(url, agents, 7_000);
    await sleep(1_000);
    cable.slow(300);
    await sleep(1_500);
    cable.slow(0);
    const pulled = Date.now();
    await cable.pull();
    await sleep(1_500);
    await cable.plug();
    const plugged = Date.now();
    const [writes, reads] = await under;
    await cable.pull();
    expectFailedWithin(reads.flat(), { from: pulled, to: plugged });
    expect(Math.max(...writes)).toBeGreaterThan(0);
    await asOwner(own.backend, async (sql) => {
      const hanging = await sql`
        select state, wait_event_type from pg_stat_activity
        where usename = 'exhibit_api' and (state like 'idle in%' or wait_event_type = 'Lock')`;
      expect([...hanging]).toEqual([]);
      await expectWhole(sql, agents);
    });
  });

  test("a Postgres that falls and rises again is read again by itself", async () => {
    const agents = newAgents();
    const under = load(own.backend.url, agents, 12_000);
    await sleep(1_000);
    const [victim] = await asOwner(
      own.backend,
      async (sql) => sql`select pid from pg_stat_activity where usename = 'exhibit_api' limit 1`,
    );
    const from = Date.now();
    // One process of it that dies takes all connections with it.
    process.kill(Number(victim?.pid), "SIGKILL");
    const to = await wellAgain();
    const [, reads] = await under;
    expectFailedWithin(reads.flat(), { from, to });
    // None is told that what it asks for is not there.
    expect(reads.flat().filter(({ status }) => status < 500)).toEqual([]);
    await asOwner(own.backend, (sql) => expectWhole(sql, agents));
  });

  test("a list that takes longer than two seconds is ended, and the next one answers", async () => {
    const reader = service(own.backend);
    const list = () => reader.rpc("list_sessions", { p_limit: 50 });
    const answers = await asOwner(own.backend, (sql) =>
      sql.begin(async (tx) => {
        await tx`lock table public.exec_session_cards in access exclusive mode`;
        return Promise.all(Array.from({ length: 12 }, list));
      }),
    );
    for (const { status, error } of answers) {
      expect({ status, code: error?.code }).toEqual({ status: 500, code: "57014" });
    }
    // On each of the connections that were cut short.
    for (const { error, data } of await Promise.all(Array.from({ length: 12 }, list))) {
      expect(error).toBeNull();
      expect(Array.isArray(data)).toBe(true);
    }
  });
});
