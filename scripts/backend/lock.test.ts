import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let folder: string;
let children: ChildProcess[];
const file = () => join(folder, "running.json");

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "exhibit-lock-"));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

/** A process that takes the folder and stays until its input ends; gives what it said. */
async function take(appUrl: string) {
  const module = new URL("lock.ts", import.meta.url).href;
  const script = `
    const { lock } = await import("${module}");
    try { lock("${appUrl}"); console.log("taken"); } catch (error) { console.log(error.message); process.exit(1) }
    process.stdin.resume().once("end", () => process.exit(0));`;
  const child = spawn(process.execPath, ["--eval", script], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, EXHIBIT_DATA: folder },
  });
  children.push(child);
  const exited = new Promise((done) => child.once("exit", done));
  const said = await new Promise<string>((done) => {
    child.stdout.once("data", (text) => done(String(text).trim()));
  });
  return {
    said,
    pid: child.pid,
    end: () => {
      child.stdin.end();
      return exited;
    },
    kill: () => {
      child.kill("SIGKILL");
      return exited;
    },
  };
}

describe("the lock of a folder", () => {
  test("is one process's; another is told where that one is", async () => {
    const first = await take("http://localhost:3000");
    expect(first.said).toBe("taken");
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const second = await take("http://localhost:4000");
    expect(second.said).toBe(
      `Exhibit is running on ${folder} already: http://localhost:3000 (process ${first.pid}).`,
    );
    expect(JSON.parse(readFileSync(file(), "utf8")).pid).toBe(first.pid);
  });

  test("is given back at the end", async () => {
    const first = await take("http://localhost:3000");
    await first.end();
    expect(existsSync(file())).toBe(false);
    expect((await take("http://localhost:3000")).said).toBe("taken");
  });

  test("is not kept by a process that was killed", async () => {
    const first = await take("http://localhost:3000");
    await first.kill();
    expect(existsSync(file())).toBe(true);
    expect((await take("http://localhost:3000")).said).toBe("taken");
  });

  test("is not kept by another process that has the same number now", async () => {
    const other = { pid: process.pid, born: "long ago", appUrl: "http://localhost:3000" };
    writeFileSync(file(), JSON.stringify(other));
    expect((await take("http://localhost:3000")).said).toBe("taken");
  });

  test("is not kept by a file that is broken", async () => {
    writeFileSync(file(), "{ half");
    expect((await take("http://localhost:3000")).said).toBe("taken");
  });

  test.each([
    ["a free folder", null],
    ["one that a killed process left", { pid: process.pid, born: "long ago", appUrl: "x" }],
  ])(
    "is taken by one of many that come at once to %s",
    async (_, left) => {
      for (let round = 0; round < 5; round++) {
        if (left) writeFileSync(file(), JSON.stringify(left));
        const all = await Promise.all(
          Array.from({ length: 6 }, () => take("http://localhost:3000")),
        );
        const winners = all.filter(({ said }) => said === "taken");
        expect(winners).toHaveLength(1);
        expect(JSON.parse(readFileSync(file(), "utf8")).pid).toBe(winners[0]?.pid);
        await Promise.all(all.map((each) => each.end()));
      }
      // Thirty processes are started, beside whatever else runs.
    },
    30_000,
  );
});
