// `npm start` and `npm run dev`: the embedded backend where no Supabase project is named, and the app.
import "./load-env.ts";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { roles } from "../lib/domain/roles.ts";
import { type Env, namesProject, parseEnv } from "../lib/env.ts";
import { addMember, adminClient, signUpIsOpen, signUpWarning } from "./accounts.ts";
import { files, root, StartError, secrets } from "./backend/folder.ts";
import { launchBackend } from "./backend/launch.ts";
import { lock } from "./backend/lock.ts";
import { type Ports, portFrom, requireFree } from "./backend/ports.ts";
import { place, stopOrphan } from "./backend/postgres.ts";
import { bold, dim, report, yellow } from "./say.ts";

const development = process.argv.includes("--dev");
const host = process.env.EXHIBIT_HOST ?? "127.0.0.1";
const next = join(root, "node_modules/next/dist/bin/next");
const dist = join(root, ".next");

const parts: { app?: ChildProcess; build?: ChildProcess; backend?: ChildProcess } = {};
let stopping = false;

const step = (text: string) => console.log(dim(`· ${text}`));

async function end(child: ChildProcess | undefined) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
  child.kill("SIGKILL");
}

/** Ends every part, the app before what it reads from. */
async function stop(code: number): Promise<never> {
  if (stopping) return new Promise(() => {});
  stopping = true;
  await Promise.all([end(parts.app), end(parts.build)]);
  if (parts.backend) {
    await end(parts.backend);
    await stopOrphan(place().data);
  }
  process.exit(code);
}

/** When a part ends unasked, all do. */
function watch(child: ChildProcess, name: string) {
  let lastWords = "";
  child.on("message", (message: { failed?: string }) => (lastWords = message.failed ?? ""));
  child.once("exit", (code, signal) => {
    if (stopping) return;
    const reason = lastWords || `The ${name} ended (${signal ?? code}).`;
    report(new StartError(reason), "Exhibit stops.");
    stop(1);
  });
}

async function startBackend(appUrl: string): Promise<Ports> {
  const { child, ready } = launchBackend({ ...process.env, EXHIBIT_URL: appUrl }, step);
  parts.backend = child;
  const ports = await ready;
  watch(child, "backend");
  return ports;
}

/** The newest change below a path, as milliseconds. */
function changedAt(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

/** Written when a build has ended well, with the time at which it began. */
const marker = join(dist, "exhibit-built");

function needsBuild(): boolean {
  const built = existsSync(marker) ? Number(readFileSync(marker, "utf8")) : 0;
  const sources = ["app", "components", "lib", "proxy.ts", "next.config.js", "package-lock.json"];
  return sources.some((source) => changedAt(join(root, source)) > built);
}

async function build() {
  step("Building the app; this takes a minute the first time");
  const began = Date.now();
  rmSync(marker, { force: true });
  const child = spawn(process.execPath, [next, "build"], { cwd: root, env: process.env });
  parts.build = child;
  let output = "";
  child.stdout.on("data", (text) => (output += text));
  child.stderr.on("data", (text) => (output += text));
  const code = await new Promise((done) => child.once("exit", done));
  if (code === 0) writeFileSync(marker, String(began));
  else if (!stopping) throw new StartError(`The app could not be built:\n${output}`);
}

async function startApp(env: Env, port: number) {
  step("Starting the app");
  const child = spawn(
    process.execPath,
    // Left to itself the heap grows into whatever memory the machine has before it is tidied.
    (development ? [] : ["--max-old-space-size=512"])
      .concat("--import", join(import.meta.dirname, "with-parent.ts"))
      .concat(next, development ? "dev" : "start", "-p", String(port), "-H", host),
    {
      cwd: root,
      stdio: ["ignore", development ? "inherit" : "ignore", "inherit", "ipc"],
      env: {
        ...process.env,
        NEXT_PUBLIC_SUPABASE_URL: env.url,
        NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: env.publishableKey,
        SUPABASE_SECRET_KEY: env.secretKey,
        EXHIBIT_URL: env.appUrl,
        EXHIBIT_MAIL: env.mail,
        ...(env.files && { EXHIBIT_FILES: env.files }),
        NEXT_TELEMETRY_DISABLED: "1",
      },
    },
  );
  parts.app = child;
  watch(child, "app");
  const anywhere = host === "0.0.0.0" || host === "::";
  const health = `http://${anywhere ? "localhost" : host}:${port}/api/health`;
  for (;;) {
    const answer = await fetch(health).catch(() => null);
    if (answer) return;
    await sleep(100);
  }
}

/**
 * An account for each role, on the embedded backend alone, while the team has no admin. The demo
 * admin is made last, so an interrupted start is made good. Returns the addresses there are.
 */
async function demoAccounts(env: Env): Promise<string[]> {
  const client = adminClient(env.url, env.secretKey);
  const admins = await client.from("team_members").select("email").eq("role", "admin").limit(1);
  if (admins.error) throw new Error(admins.error.message);
  const demo = roles.map((role) => ({ role, name: `Demo ${role}`, email: `${role}@exhibit.test` }));
  if (admins.data.length === 0) {
    const password = secrets().demoPassword;
    for (const member of demo) await addMember(client, { ...member, password });
  }
  const emails = demo.map(({ email }) => email);
  const { data, error } = await client.from("team_members").select("email").in("email", emails);
  if (error) throw new Error(error.message);
  return emails.filter((email) => data.some((row) => row.email === email));
}

async function embedded(port: number) {
  const appUrl = process.env.EXHIBIT_URL || `http://localhost:${port}`;
  lock(appUrl);
  await requireFree(port, "PORT");
  const [ports] = await Promise.all([
    startBackend(appUrl),
    !development && needsBuild() ? build() : undefined,
  ]);
  const url = `http://127.0.0.1:${ports.api}`;
  const { publishableKey, secretKey, demoPassword } = secrets();
  const env = parseEnv({
    ...process.env,
    PORT: String(port),
    NEXT_PUBLIC_SUPABASE_URL: url,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: publishableKey,
    SUPABASE_SECRET_KEY: secretKey,
    EXHIBIT_MAIL: process.env.EXHIBIT_SMTP ? "on" : "off",
    EXHIBIT_FILES: process.env.EXHIBIT_FILES || files.evidence,
  });
  const [demo] = await Promise.all([demoAccounts(env), startApp(env, port)]);
  const lines = [
    ["Open", bold(env.appUrl)],
    ...(demo.length > 0
      ? [
          ["Sign in as", demo.join("  ")],
          ["Password", demoPassword],
        ]
      : []),
    ["Supabase", url],
    ["Its keys", `${files.keys}  (for agents)`],
    [
      "Postgres",
      `postgresql://postgres@127.0.0.1:${ports.database}/postgres  (its password is in the same file)`,
    ],
  ];
  announce(lines);
}

async function hosted(port: number) {
  await requireFree(port, "PORT");
  const env = parseEnv({ ...process.env, PORT: String(port) });
  try {
    if (await signUpIsOpen(env.url, env.publishableKey)) {
      console.warn(yellow(`\n${signUpWarning}\n`));
    }
  } catch (error) {
    console.warn(yellow(`\n${env.url} does not answer (${(error as Error).message}).\n`));
  }
  if (!development && needsBuild()) await build();
  await startApp(env, port);
  announce([
    ["Open", bold(env.appUrl)],
    ["Supabase", env.url],
  ]);
}

function announce(lines: string[][]) {
  const text = lines.map(([name = "", value]) => `  ${name.padEnd(12)}${value}`).join("\n");
  console.log(`\n${bold("Exhibit is ready.")}\n\n${text}\n\n  Ctrl-C stops everything.\n`);
}

async function main() {
  const port = portFrom("PORT") ?? 3000;
  await (namesProject(process.env) ? hosted(port) : embedded(port));
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0));

main().catch((error) => {
  if (stopping) return;
  report(error, "Exhibit did not start.");
  stop(1);
});
