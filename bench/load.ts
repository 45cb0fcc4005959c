// People who look while agents write: whether all of them get their answers, how soon, and whether
// the app's memory stays as it is.
import { setTimeout as sleep } from "node:timers/promises";
import { adminClient } from "../scripts/accounts.ts";
import { type Figure, quantile } from "./figures.ts";
import { someSessions } from "./generate.ts";
import { type Heap, openHeap } from "./heap.ts";
import { apiUrl, type Running, secrets, start, stop } from "./instance.ts";
import { login, view } from "./login.ts";
import { residentOf } from "./memory.ts";
import { minutes } from "./options.ts";
import { type Visit, visits } from "./visits.ts";

const crowds = [1, 10, 50];
const WRITERS = 0.2;
/** A person reads a page for that long, and an agent works, in milliseconds. */
const REST = 1000;
const GROWTH = 1.1;

type Seen = { times: number[]; faults: Map<string, number>; written: number };

const fault = (seen: Seen, error: unknown) => {
  const words = error instanceof Error ? error.message : String(error);
  seen.faults.set(words, (seen.faults.get(words) ?? 0) + 1);
};

async function reader(
  app: Running,
  cookie: string,
  ways: Visit[],
  at: number,
  end: number,
  seen: Seen,
) {
  for (let i = at; performance.now() < end; i++) {
    const { path, holds, rows = 0 } = ways[(i * 7) % ways.length] as Visit;
    const began = performance.now();
    try {
      const body = await view(app.url + path, cookie, holds);
      const links = new Set(body.match(/href="\/sessions\/[0-9a-f-]{36}/g));
      if (links.size < rows) throw new Error(`${path} shows ${links.size} sessions, not ${rows}.`);
      seen.times.push(performance.now() - began);
    } catch (error) {
      fault(seen, error);
    }
    await sleep(REST / 2 + Math.random() * REST);
  }
}

/** As an agent goes along: progress, a checkpoint, a sub-agent's result. */
async function writer(session: { id: string; sd_id: string }, end: number, seen: Seen) {
  const client = adminClient(apiUrl, secrets().secretKey);
  for (let i = 0; performance.now() < end; i++) {
    const writes = [
      () =>
        client
          .from("exec_implementation_sessions")
          .update({ implementation_progress: i % 100, quality_score: 50 + (i % 50) })
          .eq("id", session.id),
      () =>
        client
          .from("exec_quality_checkpoints")
          .update({ is_complete: i % 2 === 0, score: 60 + (i % 40) })
          .eq("session_id", session.id)
          .eq("checkpoint_name", "Code review completion"),
      () =>
        client.from("exec_sub_agent_activations").insert({
          session_id: session.id,
          sd_id: session.sd_id,
          sub_agent_type: "TESTING",
          activation_reason: "The crowd is here.",
          execution_status: "PASS",
          severity: "LOW",
          summary: `Run ${i} passes.`,
        }),
    ];
    const { error } = (await writes[i % writes.length]?.()) ?? {};
    if (error) fault(seen, new Error(`a write: ${error.message}`));
    else seen.written++;
    await sleep(REST / 2);
  }
}

async function crowd(app: Running, readers: number, duration: number): Promise<Seen> {
  const seen: Seen = { times: [], faults: new Map(), written: 0 };
  const [{ cookie }, ways] = await Promise.all([login(), visits()]);
  const writing = await someSessions(Math.ceil(readers * WRITERS), "can be paused");
  const end = performance.now() + duration;
  await Promise.all([
    ...Array.from({ length: readers }, (_, i) => reader(app, cookie, ways, i * 13, end, seen)),
    ...writing.map((session) => writer(session, end, seen)),
  ]);
  return seen;
}

async function measure(app: Running, heap: Heap, readers: number): Promise<Figure[]> {
  const duration = minutes * 60_000;
  await crowd(app, readers, Math.min(duration, 60_000));
  const before = { heap: await heap.used(), resident: residentOf(app) };
  const { times, faults, written } = await crowd(app, readers, duration);
  const after = { heap: await heap.used(), resident: residentOf(app) };
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => `${quantile(times, part).toFixed(0)} ms`);
  const growth = after.heap / before.heap;
  const who = `${readers} reader${readers > 1 ? "s" : ""}`;
  const told = [...faults].map(([words, count]) => `${count} × ${words}`);
  return [
    {
      what: `${who}: answers that were none, or not what they should be`,
      value: told.join("; ") || `none of ${times.length} pages and ${written} writes`,
      aim: "none",
      met: faults.size === 0,
    },
    { what: `${who}: page, median, 95 %, 99 %`, value: `${p50}, ${p95}, ${p99}` },
    {
      what: `${who}: the app's heap after ÷ before`,
      value: `${growth.toFixed(2)} (${before.heap.toFixed(0)} → ${after.heap.toFixed(0)} MB; resident ${before.resident.toFixed(0)} → ${after.resident.toFixed(0)} MB)`,
      aim: `≤ ${GROWTH}`,
      met: growth <= GROWTH,
    },
  ];
}

export async function measureLoad(): Promise<Figure[]> {
  const app = await start({ env: { NODE_OPTIONS: "--inspect-port=0" } });
  const heap = await openHeap(app);
  const figures: Figure[] = [];
  for (const readers of crowds) figures.push(...(await measure(app, heap, readers)));
  heap.close();
  await stop(app);
  return figures;
}
