// `npm run evidence -- upload | unused`: files of evidence, on any backend.
import "./load-env.ts";
import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { Env } from "../lib/env.ts";
import { unwrap } from "../lib/errors.ts";
import { bucketStore } from "../lib/files/bucket.ts";
import { localStore } from "../lib/files/local.ts";
import type { FileStore } from "../lib/files/store.ts";
import { removeUnused } from "../lib/files/unused.ts";
import { type AdminClient, adminClient } from "./accounts.ts";
import { StartError } from "./backend/folder.ts";
import { environment } from "./environment.ts";
import { report } from "./say.ts";

const usage = `npm run evidence -- upload SESSION --before a.png … --after b.png … --demo c.webm …
                               all of them are taken, or none
npm run evidence -- unused     files that no session uses
npm run evidence -- unused --remove`;

const lists = ["before", "after", "demo"] as const;
type List = (typeof lists)[number];
type Given = Record<List, string[]>;

async function blobOf(path: string) {
  try {
    return await openAsBlob(path);
  } catch {
    throw new StartError(`${path} cannot be read.`);
  }
}

async function upload({ appUrl, secretKey }: Env, session: string, given: Given) {
  const form = new FormData();
  for (const list of lists) {
    for (const path of given[list]) {
      form.append(list, await blobOf(path), basename(path));
    }
  }
  const url = `${appUrl}/api/evidence/${encodeURIComponent(session)}`;
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${secretKey}` },
    body: form,
  }).catch(() => {
    throw new StartError(`${appUrl} does not answer.`);
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new StartError(said.error ?? `${appUrl} answered ${answer.status}.`);
  for (const list of lists) for (const each of said[list]) console.log(`${list.padEnd(8)}${each}`);
}

const storeOf = ({ files, url, secretKey }: Env): FileStore =>
  files ? localStore(files) : bucketStore({ url, apikey: secretKey, token: secretKey });

const DAY = 86_400_000;
const BATCH = 100;

/** Rows that nothing uses, in batches. */
async function* unusedRows(client: AdminClient) {
  for (let after = ""; ; ) {
    const found = unwrap(await client.rpc("unused_files", { p_after: after, p_limit: BATCH }));
    if (found.length === 0) return;
    yield found;
    after = found.at(-1)?.hash ?? "";
  }
}

/**
 * What lies in the store and has no row: of an upload or a removal that was cut short. A row comes
 * before its file, so what is a day old gets none any more.
 */
async function* strays(client: AdminClient, store: FileStore) {
  let batch: string[] = [];
  const withoutRow = async () => {
    const hashes = [...new Set(batch.map((key) => key.slice(0, 64)))];
    const rows = unwrap(
      await client.from("exec_evidence_files").select("hash").in("hash", hashes).limit(BATCH),
    );
    const known = new Set(rows.map(({ hash }) => hash));
    const found = batch.filter((key) => !known.has(key.slice(0, 64)) || key.endsWith(".part"));
    batch = [];
    return found;
  };
  const old: string[] = [];
  for await (const { key, changedAt } of store.list()) {
    if (changedAt.getTime() < Date.now() - DAY) old.push(key);
  }
  for (const key of old) {
    if (batch.push(key) === BATCH) yield await withoutRow();
  }
  if (batch.length > 0) yield await withoutRow();
}

async function unused(env: Env, remove: boolean) {
  const client = adminClient(env.url, env.secretKey);
  const store = storeOf(env);
  let count = 0;
  for await (const rows of unusedRows(client)) {
    for (const { hash, bytes, media_type } of rows) console.log(`${hash}  ${media_type}  ${bytes}`);
    const hashes = rows.map(({ hash }) => hash);
    count += remove ? await removeUnused(client, store, hashes) : hashes.length;
  }
  for await (const keys of strays(client, store)) {
    for (const key of keys) console.log(`${key}  in the store alone`);
    if (remove) await store.remove(keys);
    count += keys.length;
  }
  const files = count === 1 ? "1 file" : `${count || "no"} files`;
  if (remove) console.log(`Removed ${files} that nothing used.`);
  else console.log(`Nothing uses ${files}.${count ? " Add --remove to remove them." : ""}`);
}

/** What a list's option names, and all that stands behind it up to the next one. */
function argumentsOf() {
  const several = { type: "string", multiple: true } as const;
  const { positionals, values, tokens } = parseArgs({
    allowPositionals: true,
    tokens: true,
    options: { before: several, after: several, demo: several, remove: { type: "boolean" } },
  });
  const given: Given = { before: [], after: [], demo: [] };
  let list: List | undefined;
  for (const token of tokens) {
    if (token.kind === "option") list = lists.find((each) => each === token.name);
    const named = token.kind === "option-terminator" ? undefined : token.value;
    if (list && named) given[list].push(named);
  }
  const [command, session] = positionals;
  return { command, session, given, remove: values.remove === true };
}

async function main() {
  const { command, session, given, remove } = argumentsOf();
  if (command === "upload" && session) return upload(environment(), session, given);
  if (command === "unused") return unused(environment(), remove);
  console.log(usage);
  process.exitCode = 1;
}

main().catch((error) => {
  report(error, "Nothing more was done.");
  process.exit(1);
});
