// The backend's process: Postgres and, in front of it, the API. Started by start.ts and by tests;
// it says "ready" over IPC and ends with its parent.
import { appendFileSync, statSync, truncateSync } from "node:fs";
import { serve } from "@hono/node-server";
import { createApi, newLimits } from "./api.ts";
import {
  databaseUrl,
  isEmpty,
  migrate,
  ownerConnection,
  prepare,
  seed,
  showTablesToApi,
} from "./database.ts";
import { explainFault, files, secrets as readSecrets, writePrivate } from "./folder.ts";
import { choosePorts } from "./ports.ts";
import { startPostgres } from "./postgres.ts";
import { isDriverFault, renewing } from "./renewing.ts";

type Message =
  | { step: string }
  | { ready: { api: number; database: number } }
  | { failed: string; expected: boolean };

const tell = (message: Message) => process.send?.(message);

/** Never fails: what goes wrong is told another way too. The file stays below 10 MB. */
function log(text: string) {
  try {
    const size = statSync(files.log, { throwIfNoEntry: false })?.size ?? 0;
    if (size > 10_000_000) truncateSync(files.log);
    appendFileSync(files.log, text, { mode: 0o600 });
  } catch {}
}

// The server prints whole errors, rows included. Their words are enough.
console.error = console.warn = (...parts: unknown[]) => {
  const words = parts.map((part) => {
    if (typeof part === "string") return part;
    const { code, message } = (part ?? {}) as { code?: string; message?: string };
    return [code, message].filter(Boolean).join(" ");
  });
  log(`${new Date().toISOString()} ${words.join(" ")}\n`);
};

let stopping: Promise<void> | undefined;
const cleanups: (() => Promise<unknown>)[] = [];

function stop(code: number) {
  stopping ??= (async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
    process.exit(code);
  })();
  return stopping;
}

async function run() {
  const secrets = readSecrets();
  const ports = await choosePorts();

  tell({ step: "Starting Postgres" });
  const postgres = await startPostgres(ports.database, secrets.databasePassword, log);
  cleanups.push(postgres.stop);
  postgres.ended.then(() => {
    if (!stopping)
      tell({ failed: `Postgres ended unexpectedly. See ${files.log}`, expected: true });
    return stop(1);
  });

  const url = databaseUrl("postgres", secrets.databasePassword, ports.database);
  const sql = ownerConnection(url);
  await prepare(sql, url, secrets);
  await migrate(sql, (name) => tell({ step: `Applying migration ${name}` }));
  await showTablesToApi(sql);
  if (process.env.EXHIBIT_SEED !== "off" && (await isEmpty(sql))) {
    tell({ step: "Loading the demo data" });
    await seed(sql);
  }
  await sql.end();

  const appUrl = process.env.EXHIBIT_URL || "http://localhost:3000";
  const { EXHIBIT_SMTP: smtp } = process.env;
  const options = { secrets, ports, appUrl, smtp, limits: newLimits() };
  const api = renewing((lost) => createApi(options, lost));
  cleanups.push(api.close);
  const server = serve({ fetch: api.fetch, hostname: "127.0.0.1", port: ports.api });
  cleanups.push(async () => {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
  await new Promise<void>((ready, failed) => {
    server.once("listening", () => ready());
    server.once("error", failed);
  });

  const apiUrl = `http://127.0.0.1:${ports.api}`;
  writePrivate(
    files.keys,
    [
      `NEXT_PUBLIC_SUPABASE_URL=${apiUrl}`,
      `NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY=${secrets.publishableKey}`,
      `SUPABASE_SERVICE_ROLE_KEY=${secrets.secretKey}`,
      `DATABASE_URL=${url}`,
      "",
    ].join("\n"),
  );
  tell({ ready: ports });
}

process.on("disconnect", () => stop(0));
process.on("SIGTERM", () => stop(0));
// The terminal sends Ctrl-C to everybody; the parent decides in which order to end.
process.on("SIGINT", () => {
  if (!process.send) stop(0);
});

process.on("uncaughtException", (error) => {
  if (!isDriverFault(error)) return fail(error);
  console.error("driver:", error);
});

run().catch(fail);

function fail(error: unknown) {
  log(`${error instanceof Error ? error.stack : error}\n`);
  const known = explainFault(error);
  tell({ failed: known?.message ?? String(error), expected: known !== null });
  return stop(1);
}
