// What the parts keep in memory, before and after people have looked at pages.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Figure } from "./figures.ts";
import { someSessions } from "./generate.ts";
import type { Running } from "./instance.ts";
import { login, view } from "./login.ts";

const VIEWS = 1000;
const AT_ONCE = 4;
const REST = 5000;

type Process = { pid: string; parent: string; command: string };

function processes(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
        return [{ pid, parent: parent ?? "", command }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}

/** In megabytes: resident, and with what is shared divided among those that share it. */
function sizeOf(pids: string[]) {
  const sum = (field: string) =>
    pids.reduce((total, pid) => {
      const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
      return total + Number(new RegExp(`^${field}:\\s*(\\d+)`, "m").exec(text)?.[1] ?? 0) / 1000;
    }, 0);
  return { resident: sum("Rss"), share: sum("Pss") };
}

function pidsOf(app: Running) {
  const all = processes();
  const below = (pid: string) => all.filter(({ parent }) => parent === pid);
  const children = below(String(app.child.pid));
  const backend = children.find(({ command }) => command.includes("backend/main.ts"));
  const next = children.find((child) => child !== backend);
  const postgres = below(backend?.pid ?? "");
  const servers = postgres.flatMap(({ pid }) => [pid, ...below(pid).map((child) => child.pid)]);
  if (!backend || !next || servers.length === 0) throw new Error("The parts were not found.");
  return { app: next.pid, backend: backend.pid, postgres: servers };
}

/** The process that answers for pages. */
export const pidOf = (app: Running) => Number(pidsOf(app).app);

/** In megabytes, of that process. */
export const residentOf = (app: Running) => sizeOf([pidsOf(app).app]).resident;

function parts(running: Running) {
  const { app, backend, postgres } = pidsOf(running);
  return { app: sizeOf([app]), backend: sizeOf([backend]), postgres: sizeOf(postgres) };
}

/** Half lists with their filters and orders, half details, by a few people at once. */
async function lookAround(app: Running) {
  const { cookie } = await login();
  const details = (await someSessions(100)).map(({ id }) => `/sessions/${id}`);
  const lists = ["", "?status=completed", "?sort=quality-high", "?type=UI_COMPONENT&sort=oldest"];
  let views = 0;
  const person = async () => {
    while (views < VIEWS) {
      const i = views++;
      const path =
        i % 2 ? details[i % details.length] : `/sessions${lists[(i / 2) % lists.length]}`;
      await view(`${app.url}${path}`, cookie);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
}

export async function measureMemory(app: Running): Promise<Figure[]> {
  if (!existsSync("/proc/self/smaps_rollup")) {
    return [{ what: "memory", value: "not measured: this system has no /proc" }];
  }
  await sleep(REST);
  const idle = parts(app);
  await lookAround(app);
  await sleep(REST);
  const after = parts(app);
  const mb = (value: number) => value.toFixed(0);
  const line = (part: keyof typeof idle, kind: "resident" | "share") =>
    `${mb(idle[part][kind])} MB → ${mb(after[part][kind])} MB`;
  const when = `idle → after ${VIEWS} views`;
  return [
    { what: `memory of the app, ${when}`, value: line("app", "resident") },
    { what: `memory of the backend's API, ${when}`, value: line("backend", "resident") },
    {
      what: `memory of Postgres, ${when}`,
      value: `${line("postgres", "share")} (shared parts once)`,
    },
  ];
}
