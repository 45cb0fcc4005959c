// A real embedded backend of a test's own: own folder, own ports, ended with the test.
import { type ChildProcess, fork } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Secrets } from "../../../scripts/backend/folder.ts";

export type { Secrets };

const root = resolve(import.meta.dirname, "../../..");

export type Connection = {
  url: string;
  apiPort: number;
  databasePort: number;
  /** Of the database's owner. */
  databaseUrl: string;
  secrets: Secrets;
  folder: string;
};

export type Backend = Connection & {
  child: ChildProcess;
  /** Resolves when the process has ended, with its exit code. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
};

const worker = Number(process.env.TEST_PARALLEL_INDEX ?? process.env.VITEST_POOL_ID ?? 9);
let asked = randomInt(1000);

/**
 * One that nobody else is given before it is used: no two times the same, and each worker has a
 * thousand of its own, below the range that outgoing connections take theirs from.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 1000; tries++) {
    const port = 20_000 + (worker % 10) * 1000 + (asked++ % 1000);
    const probe = createServer().listen(port, "127.0.0.1");
    const isFree = await once(probe, "listening").then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    probe.close();
    await once(probe, "close");
    return port;
  }
  throw new Error("no port");
}

export const temporaryFolder = () => mkdtemp(join(tmpdir(), "exhibit-test-"));
export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true });

export function readSecrets(folder: string): Secrets {
  return JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"));
}

/** The process of Postgres, from the file that it keeps itself. */
export function postmaster(folder: string): number {
  return Number(readFileSync(join(folder, "pgdata/postmaster.pid"), "utf8").split("\n")[0]);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Ended but not yet waited for by its new parent.
    const stat = `/proc/${pid}/stat`;
    return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, "utf8"));
  } catch {
    return false;
  }
}

export async function until(condition: () => boolean, what: string, milliseconds = 15_000) {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`In vain waited until ${what}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

type Ports = { api: number; database: number };
type Message = { ready?: Ports; failed?: string; expected?: boolean; step?: string };

/** What the backend said when it could not start. */
export class Refusal extends Error {
  readonly expected: boolean;
  constructor(message: string, expected: boolean) {
    super(message);
    this.expected = expected;
  }
}

/** Starts the product's own backend process on a folder. @throws {Refusal} */
export async function startBackend(
  folder: string,
  environment: Record<string, string> = {},
  identity: { uid?: number; gid?: number } = {},
): Promise<Backend> {
  const child = fork(join(root, "scripts/backend/main.ts"), [], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    ...identity,
    // Nothing else of this process's environment, which may name ports or a project.
    env: {
      NODE_ENV: "test",
      PATH: process.env.PATH,
      EXHIBIT_DATA: folder,
      EXHIBIT_SEED: "off",
      EXHIBIT_API_PORT: String(await freePort()),
      EXHIBIT_DB_PORT: String(await freePort()),
      ...environment,
    },
  });
  let errors = "";
  child.stderr?.on("data", (text) => {
    errors += text;
  });
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  const ports = await new Promise<Ports>((ready, failed) => {
    child.on("message", (message: Message) => {
      if (message.ready) ready(message.ready);
      if (message.failed) failed(new Refusal(message.failed, message.expected === true));
    });
    ended.then((code) => failed(new Refusal(`The backend ended (${code}): ${errors}`, false)));
  }).catch(async (error) => {
    await ended;
    throw error;
  });
  const secrets = readSecrets(folder);
  return {
    child,
    ended,
    folder,
    secrets,
    url: `http://127.0.0.1:${ports.api}`,
    apiPort: ports.api,
    databasePort: ports.database,
    databaseUrl: `postgresql://postgres:${secrets.databasePassword}@127.0.0.1:${ports.database}/postgres`,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      // One that hangs leaves nothing running either; which some test will have noticed.
      const hangs = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(hangs);
    },
  };
}
