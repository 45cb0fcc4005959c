// Exhibits of the bench's own: their data folders, their ports, and the processes that they start.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Secrets } from "../scripts/backend/folder.ts";
import { data, keeps, sessions } from "./options.ts";

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

export type Place = {
  sessions: number;
  folder: string;
  ports: { app: number; api: number; database: number };
};
const places = new Map<number, Place>();

/** Where the Exhibit with so many sessions is. */
export async function placeOf(sessions: number): Promise<Place> {
  const known = places.get(sessions);
  if (known) return known;
  const ports = { app: await freePort(), api: await freePort(), database: await freePort() };
  const place = { sessions, folder: join(data, String(sessions)), ports };
  places.set(sessions, place);
  return place;
}

/** The one that all parts measure but "size". */
export const home = await placeOf(sessions);

export const apiOf = ({ ports }: Place) => `http://127.0.0.1:${ports.api}`;
export const apiUrl = apiOf(home);

export function secrets({ folder } = home): Secrets {
  return JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"));
}

export function ownerUrl(place = home): string {
  const { databasePassword } = secrets(place);
  return `postgresql://postgres:${databasePassword}@127.0.0.1:${place.ports.database}/postgres`;
}

/** It goes with the folder, so its end is told. */
function backendLog(folder: string): string {
  const file = join(folder, "backend.log");
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
      failed(new Error(`${args.join(" ")} ended (${code}):\n${output}`));
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

async function startExhibit(
  { folder, ports }: Place,
  port: number,
  env: Record<string, string>,
  builds: boolean,
) {
  const url = `http://127.0.0.1:${port}`;
  const { child, seconds, output } = await run([join(root, "scripts/start.ts")], {
    cwd: root,
    env: {
      ...noProject,
      PORT: String(port),
      EXHIBIT_HOST: "127.0.0.1",
      EXHIBIT_URL: url,
      EXHIBIT_SMTP: "",
      EXHIBIT_DATA: folder,
      EXHIBIT_API_PORT: String(ports.api),
      EXHIBIT_DB_PORT: String(ports.database),
      EXHIBIT_SEED: "off",
      ...env,
    },
    ready: "Exhibit is ready",
  }).catch((error) => {
    throw new Error(`${error.message}${backendLog(folder)}`);
  });
  if (!builds && output.includes("Building the app")) {
    throw new Error("The app was built anew in the middle: its sources changed. Run it again.");
  }
  return { child, url, seconds };
}

/** The product as its start command runs it. Only the first start may build. */
export const start = ({ builds = false, place = home, env = {} } = {}): Promise<Running> =>
  startExhibit(place, place.ports.app, env, builds);

/** A second app on another address of the same backend. */
export async function startAgainst(backend: string, place = home): Promise<Running> {
  const { publishableKey, secretKey } = secrets(place);
  const keys = {
    NEXT_PUBLIC_SUPABASE_URL: backend,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: publishableKey,
    SUPABASE_SECRET_KEY: secretKey,
  };
  return startExhibit(place, await freePort(), keys, false);
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
  for (const { folder } of places.values()) {
    if (!existsSync(folder)) continue;
    spawnSync(process.execPath, [join(root, "scripts/db.ts"), "reset", "--yes"], {
      env: { ...process.env, ...noProject, EXHIBIT_DATA: folder },
    });
  }
  rmSync(data, { recursive: true, force: true });
}
