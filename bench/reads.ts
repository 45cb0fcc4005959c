// Which reads a page makes of the backend: heard by a relay between a second app and the backend,
// so that they are the page's own, whatever its code looks like.
import { createServer, type IncomingMessage } from "node:http";
import { apiOf, home, startAgainst, stop } from "./instance.ts";
import { view } from "./login.ts";

export type Read = { method: string; path: string; headers: Record<string, string>; body?: string };
/** Reads of one step run side by side; a step waits for the one before it. */
export type Steps = Read[][];
type Heard = Read & { began: number; ended: number };

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  return text || undefined;
}

/** Those that belong to one connection and not to what is asked. */
const hops = ["host", "connection", "content-length", "accept-encoding", "transfer-encoding"];

function headersOf(request: IncomingMessage) {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined || hops.includes(name) ? [] : [[name, String(value)]],
    ),
  );
}

/** `who` stands for the person who was heard. */
export function send(read: Read, place = home, who = {}): Promise<Response> {
  const { method, path, headers, body } = read;
  return fetch(apiOf(place) + path, { method, headers: { ...headers, ...who }, body });
}

/** The table, the function or the call that it asks. */
export const nameOf = ({ path }: Read) =>
  (path.split("?")[0] ?? "").replace(/^\/(rest\/v1\/(rpc\/)?|auth\/v1\/)/, "");

/** A read that began before an earlier one ended did not wait for it. */
function inSteps(heard: Heard[]): Steps {
  const steps: Heard[][] = [];
  for (const read of heard.toSorted((a, b) => a.began - b.began)) {
    const last = steps.at(-1);
    if (last?.some(({ ended }) => read.began < ended)) last.push(read);
    else steps.push([read]);
  }
  return steps;
}

/** By the page's path. */
export async function readsOf(
  pages: string[],
  cookie: string,
  place = home,
): Promise<Map<string, Steps>> {
  let heard: Heard[] = [];
  const relay = createServer(async (request, response) => {
    const read = {
      method: request.method ?? "GET",
      path: request.url ?? "/",
      headers: headersOf(request),
      body: await bodyOf(request),
    };
    const began = performance.now();
    try {
      const answer = await send(read, place);
      const body = Buffer.from(await answer.arrayBuffer());
      const kept = [...answer.headers].filter(([name]) => !/^(content-(enc|len)|trans)/.test(name));
      heard.push({ ...read, began, ended: performance.now() });
      response.writeHead(answer.status, Object.fromEntries(kept)).end(body);
    } catch {
      response.writeHead(502).end();
    }
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => relay.once("listening", listening));
  try {
    const address = relay.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const app = await startAgainst(`http://127.0.0.1:${port}`, place);
    const found = new Map<string, Steps>();
    for (const page of pages) {
      // The first view of a page is slow enough to make reads that run side by side look like a row.
      await view(app.url + page, cookie);
      heard = [];
      await view(app.url + page, cookie);
      found.set(page, inSteps(heard));
    }
    await stop(app);
    return found;
  } finally {
    relay.close();
    relay.closeAllConnections();
  }
}
