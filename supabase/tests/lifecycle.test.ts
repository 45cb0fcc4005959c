// How the processes of the embedded backend end, and come back after a kill.
import { spawn } from "node:child_process";
import { describe, expect, test } from "vitest";
import { ownerConnection } from "../../scripts/backend/database.ts";
import { type Backend, isAlive, postmaster, until } from "./support/backend.ts";
import { allDirectives, insertDirective } from "./support/clients.ts";
import { ownFolder } from "./support/own-backend.ts";

const own = ownFolder();

describe("the end", () => {
  test.each(["SIGTERM", "disconnect"] as const)("by %s ends every part", async (how) => {
    const backend = await own.start();
    const postgres = postmaster(own.path);
    expect(isAlive(postgres)).toBe(true);
    if (how === "disconnect") backend.child.disconnect();
    else backend.child.kill(how);
    expect(await backend.ended).toBe(0);
    expect(isAlive(postgres)).toBe(false);
  });

  test("of a parent that is killed ends every part", async () => {
    const script = `
      const { startBackend } = await import(${JSON.stringify(new URL("support/backend.ts", import.meta.url).href)});
      const { child } = await startBackend(${JSON.stringify(own.path)});
      console.log(child.pid);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ["--eval", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const pid = await new Promise<number>((done, failed) => {
      parent.stdout.once("data", (text) => done(Number(text)));
      parent.once("exit", failed);
    });
    const postgres = postmaster(own.path);
    parent.kill("SIGKILL");
    await until(() => !isAlive(pid) && !isAlive(postgres), "backend and Postgres have ended");
  });

  test("of Postgres ends the backend", async () => {
    const backend = await own.start();
    process.kill(postmaster(own.path), "SIGKILL");
    expect(await backend.ended).toBe(1);
    expect((await fetch(backend.url).catch(() => null))?.status).toBeUndefined();
  });
});

describe("after a kill", () => {
  /** Writes until the victim is gone; gives the rows that were acknowledged. */
  async function writeThrough(backend: Backend, kill: () => void) {
    const acknowledged: string[] = [];
    let sent = 0;
    const writers = Array.from({ length: 4 }, async () => {
      for (;;) {
        const id = `SD-${String(sent++).padStart(5, "0")}`;
        const { error } = await insertDirective(backend, id);
        if (error) return;
        acknowledged.push(id);
        if (acknowledged.length === 60) kill();
      }
    });
    await Promise.all(writers);
    return acknowledged;
  }

  test.each(["the backend", "Postgres", "both"])(
    "of %s the next start recovers by itself, and no acknowledged row is gone",
    async (victim) => {
      const backend = await own.start();
      const postgres = postmaster(own.path);
      const acknowledged = await writeThrough(backend, () => {
        if (victim !== "the backend") process.kill(postgres, "SIGKILL");
        if (victim !== "Postgres") backend.child.kill("SIGKILL");
      });
      await backend.ended;
      if (victim === "the backend") expect(isAlive(postgres), "Postgres outlives it").toBe(true);
      expect(acknowledged.length).toBeGreaterThanOrEqual(60);

      const again = await own.start();
      expect(isAlive(postgres), "the one left over is ended").toBe(false);
      expect(await allDirectives(again)).toEqual(expect.arrayContaining(acknowledged));
      const sql = ownerConnection(again.databaseUrl);
      const [row] = await sql`
        select count(*)::int from public.strategic_directives_v2 where id = any (${acknowledged})`;
      await sql.end();
      expect(row?.count).toBe(acknowledged.length);
    },
  );
});
