// One Exhibit of the bench's own: its data folder, its ports, and the processes that it starts.
import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Secrets } from "../scripts/backend/folder.ts";
import { data, keeps } from "./options.ts";

export const root = resolve(import.meta.dirname, "..");
const running = new Set<ChildProcess>();
/** The first start builds the app where that is needed. */
const PATIENCE = 300_000;

/** Below the range that outgoing connections take theirs from: they would come between two starts. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = 20_000 + randomInt(10_000);
    const server = createServer();
    const free = await new Promise<boolean>((done) => {
      server.once("error", () => done(false));
      server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
    });
    if (free) return port;
  }
  throw new Error("No free port was found.");
}

const ports = { app: await freePort(), api: await freePort(), database: await freePort() };
export const apiUrl = `http://127.0.0.1:${ports.api}`;

export function secrets(): Secrets {
  return JSON.parse(readFileSync(join(data, "secrets.json"), "utf8"));
}

export function ownerUrl(): string {
  return `postgresql://postgres:${secrets().databasePassword}@127.0.0.1:${ports.database}/postgres`;
}

/** It goes with the folder, so its end is told. */
function backendLog(): string {
  const file = join(data, "backend.log");
  return existsSync(file) ? readFileSync(file, "utf8").slice(-2000) : "";
}

export type Running = { child: ChildProcess; url: string; seconds: number };

/** Runs a program until it says `ready`; `seconds` is how long that took. */
export async function run(
  args: string[],
  { cwd, env, ready }: { cwd: string; env: Record<string, string>; ready: string },
): Promise<{ child: ChildProcess; seconds: number; output: string }> {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let output = "";
  await new Promise<void>((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`Not ready in time:\n${output}`)), PATIENCE);
    const hear = (text: Buffer) => {
      output = (output + text).slice(-20_000);
      if (!output.includes(ready)) return;
      clearTimeout(timer);
      done();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => {
      clearTimeout(timer);
      failed(new Error(`${args.join(" ")} ended (${code}):\n${output}${backendLog()}`));
    });
  });
  return { child, seconds: (performance.now() - began) / 1000, output };
}

/** Whatever an .env.local says, the bench never talks to somebody's project. */
const noProject = {
  NEXT_PUBLIC_SUPABASE_URL: "",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "",
  NEXT_PUBLIC_SUPABASE_ANON_KEY: "",
  SUPABASE_SECRET_KEY: "",
  SUPABASE_SERVICE_ROLE_KEY: "",
};

async function startExhibit(port: number, env: Record<string, string>, builds: boolean) {
  const url = `http://127.0.0.1:${port}`;
  const { child, seconds, output } = await run([join(root, "scripts/start.ts")], {
    cwd: root,
    env: {
      ...noProject,
      PORT: String(port),
      EXHIBIT_HOST: "127.0.0.1",
      EXHIBIT_URL: url,
      EXHIBIT_SMTP: "",
      EXHIBIT_DATA: data,
      EXHIBIT_API_PORT: String(ports.api),
      EXHIBIT_DB_PORT: String(ports.database),
      EXHIBIT_SEED: "off",
      ...env,
    },
    ready: "Exhibit is ready",
  });
  if (!builds && output.includes("Building the app")) {
    throw new Error("The app was built anew in the middle: its sources changed. Run it again.");
  }
  return { child, url, seconds };
}

/** The product as its start command runs it. Only the first start may build. */
export const start = ({ builds = false } = {}): Promise<Running> =>
  startExhibit(ports.app, {}, builds);

/** A second app on another address of the same backend. */
export async function startAgainst(backend: string): Promise<Running> {
  const { publishableKey, secretKey } = secrets();
  const keys = {
    NEXT_PUBLIC_SUPABASE_URL: backend,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: publishableKey,
    SUPABASE_SECRET_KEY: secretKey,
  };
  return startExhibit(await freePort(), keys, false);
}

export async function stop({ child }: { child: ChildProcess }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(30_000, undefined, { ref: false })]);
  child.kill("SIGKILL");
}

/** Ends what runs and removes what was made, unless it is to be kept. */
export async function clear() {
  await Promise.all([...running].map((child) => stop({ child })));
  if (keeps) return;
  // As root the database may lie elsewhere: where its user can go.
  process.env.EXHIBIT_DATA = data;
  const { place } = await import("../scripts/backend/postgres.ts");
  rmSync(place().data, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
}
