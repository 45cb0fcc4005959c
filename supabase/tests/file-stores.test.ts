// Both stores of files keep one promise: what is put is got, whole or in part, until it is removed; and
// the bucket gives nothing to whoever is not of the team.
import { randomUUID } from "node:crypto";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bucketStore } from "../../lib/files/bucket.ts";
import { localStore } from "../../lib/files/local.ts";
import type { FileReader, FileStore } from "../../lib/files/store.ts";
import { removeUnused } from "../../lib/files/unused.ts";
import { adminClient } from "../../scripts/accounts.ts";
import { freePort, removeFolder, temporaryFolder } from "./support/backend.ts";
import { person } from "./support/clients.ts";
import { ownBackend } from "./support/own-backend.ts";
import { startStorage } from "./support/storage.ts";

const own = ownBackend();
const stores = {} as Record<"folder" | "bucket", FileStore>;
let folder = "";
let storage: Awaited<ReturnType<typeof startStorage>>;
const film = Buffer.from(Array.from({ length: 1000 }, (_, n) => n % 251));
let path = "";

beforeAll(async () => {
  folder = await temporaryFolder();
  path = join(folder, "film");
  await writeFile(path, film);
  storage = await startStorage(own.backend, own.sql);
  stores.folder = localStore(join(folder, "files"));
  stores.bucket = as(own.backend.secrets.secretKey);
});
afterAll(async () => {
  await storage?.stop();
  await removeFolder(folder);
});

const as = (token: string, apikey = token) => bucketStore({ url: storage.url, apikey, token });
const hash = () => randomUUID().replaceAll("-", "").repeat(2);

async function read(store: FileReader, key: string, range?: { first: number; last: number }) {
  const body = await store.get(key, range);
  return body && Buffer.from(await new Response(body).arrayBuffer());
}

async function listed(store: FileStore) {
  const found: { key: string; changedAt: Date }[] = [];
  for await (const each of store.list()) found.push(each);
  return found.toSorted((a, b) => a.key.localeCompare(b.key));
}

describe.each(["folder", "bucket"] as const)("the %s", (name) => {
  test("keeps a file, gives it whole and in part, and removes it", async () => {
    const store = stores[name];
    const key = hash();
    expect(await read(store, key)).toBeNull();
    await store.put(key, path, "video/mp4");
    await store.put(key, path, "video/mp4");
    await store.put(`${key}.thumb`, path, "image/webp");
    expect(await read(store, key)).toEqual(film);
    expect(await read(store, key, { first: 0, last: 0 })).toEqual(film.subarray(0, 1));
    expect(await read(store, key, { first: 990, last: 999 })).toEqual(film.subarray(990));
    const found = await listed(store);
    expect(found.map((each) => each.key)).toEqual([key, `${key}.thumb`]);
    expect(Math.abs(Date.now() - (found[0]?.changedAt.getTime() ?? 0))).toBeLessThan(60_000);
    for (let times = 0; times < 2; times++) await store.remove([key, `${key}.thumb`]);
    expect(await read(store, key)).toBeNull();
    expect(await listed(store)).toEqual([]);
  });

  test("takes no key that leads elsewhere", async () => {
    for (const key of ["../film", "..", "", hash().toUpperCase(), `${hash()}/x`, `${hash()}.png`]) {
      await expect(stores[name].put(key, path, "video/mp4")).rejects.toThrow("no key");
      await expect(stores[name].get(key)).rejects.toThrow("no key");
      await expect(stores[name].remove([key])).rejects.toThrow("no key");
    }
  });

  test("loses what nothing uses together with its row", async () => {
    const client = adminClient(own.backend.url, own.backend.secrets.secretKey);
    const [free, kept, upload] = [hash(), hash(), randomUUID()];
    const files = [free, kept].map((each) => ({
      hash: each,
      media_type: "video/mp4",
      bytes: 1000,
    }));
    await client.rpc("claim_files", { p_upload: upload, p_files: files }).throwOnError();
    for (const each of [free, kept]) await stores[name].put(each, path, "video/mp4");
    expect(await removeUnused(client, stores[name], [free, kept], randomUUID())).toBe(0);
    expect(await read(stores[name], free)).toEqual(film);
    expect(await removeUnused(client, stores[name], [free], upload)).toBe(1);
    expect(await read(stores[name], free)).toBeNull();
    const rows = await client.from("exec_evidence_files").select("hash").in("hash", [free, kept]);
    expect(rows.data).toEqual([{ hash: kept }]);
    expect(await removeUnused(client, stores[name], [kept], upload)).toBe(1);
  });
});

test("the folder tells what a crash left half written, and removes it too", async () => {
  const place = join(folder, "crashed");
  const store = localStore(place);
  expect(await listed(store)).toEqual([]);
  await mkdir(place);
  const [key, draft] = [hash(), `${hash()}.${randomUUID()}.part`];
  for (const name of [key, draft, "notes.txt"]) await writeFile(join(place, name), "x");
  await utimes(join(place, draft), 0, 0);
  expect((await listed(store)).map((each) => each.key)).toEqual([key, draft].sort());
  expect((await listed(store)).find((each) => each.key === draft)?.changedAt.getTime()).toBe(0);
  await store.remove([draft]);
  expect((await readdir(place)).sort()).toEqual([key, "notes.txt"].sort());
  await expect(store.put(key, join(place, "gone"), "image/png")).rejects.toThrow("ENOENT");
  expect((await readdir(place)).sort()).toEqual([key, "notes.txt"].sort());
});

describe("the bucket", () => {
  test("is read by members, written by the service key, and closed to everybody else", async () => {
    const { publishableKey } = own.backend.secrets;
    const key = hash();
    await stores.bucket.put(key, path, "video/mp4");
    const tokenOf = async (role?: "viewer" | "reviewer") => {
      const { client } = await person(role, own.backend);
      return (await client.auth.getSession()).data.session?.access_token ?? "";
    };
    const tokens = {
      viewer: await tokenOf("viewer"),
      reviewer: await tokenOf("reviewer"),
      "not of the team": await tokenOf(),
      stranger: publishableKey,
      forged: "x.y.z",
    };
    for (const [who, token] of Object.entries(tokens)) {
      const theirs = as(token, publishableKey);
      const reads = who === "viewer" || who === "reviewer";
      expect(await read(theirs, key).catch(() => null), who).toEqual(reads ? film : null);
      const other = hash();
      await expect(theirs.put(other, path, "video/mp4"), who).rejects.toThrow(
        "did not take a file",
      );
      await expect(theirs.put(key, path, "image/png"), who).rejects.toThrow("did not take a file");
      await theirs.remove([key]).catch(() => {});
      expect(storage.kept.has(`exhibit-evidence/${key}`), who).toBe(true);
      expect(storage.kept.has(`exhibit-evidence/${other}`), who).toBe(false);
    }
    await stores.bucket.remove([key]);
  });

  test("takes no other types, and is private", async () => {
    await expect(stores.bucket.put(hash(), path, "text/html")).rejects.toThrow("did not take");
    const [bucket] =
      await own.sql`select public from storage.buckets where id = 'exhibit-evidence'`;
    expect(bucket?.public).toBe(false);
  });

  test("is listed page by page", async () => {
    const keys = Array.from({ length: 120 }, hash).sort();
    for (const key of keys) {
      await own.sql`
        insert into storage.objects (bucket_id, name) values ('exhibit-evidence', ${key})`;
    }
    expect((await listed(stores.bucket)).map((each) => each.key)).toEqual(keys);
    await stores.bucket.remove(keys);
    expect(await listed(stores.bucket)).toEqual([]);
  });

  test("that does not answer as it should is an error without secrets", async () => {
    const token = "sb_secret_x";
    const nowhere = bucketStore({
      url: `http://127.0.0.1:${await freePort()}`,
      apikey: token,
      token,
    });
    await expect(nowhere.get(hash())).rejects.toMatchObject({
      message: "Storage cannot be reached",
      digest: "BACKEND",
    });
    const broken = createServer((request, response) =>
      response.writeHead(500).end(request.headers.authorization),
    );
    const port = await freePort();
    await new Promise<void>((ready) => broken.listen(port, "127.0.0.1", ready));
    const store = bucketStore({ url: `http://127.0.0.1:${port}`, apikey: token, token });
    const calls = [
      () => store.get(hash()),
      () => store.put(hash(), path, "image/png"),
      () => store.remove([hash()]),
      () => listed(store),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow(/^Storage did not .*: 500$/);
    broken.close();
  });
});
