import { randomUUID } from "node:crypto";
import { copyFile, mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { BackendError } from "../errors.ts";
import type { ByteRange } from "./range.ts";
import { checked, type FileStore, isDraft, isKey, type Kept } from "./store.ts";

/** Files in a folder of this machine. */
export function localStore(folder: string): FileStore {
  const pathOf = (key: string) => join(folder, checked(key));

  return {
    put: (key, path) =>
      told("keep", async () => {
        const target = pathOf(key);
        const draft = pathOf(`${key}.${randomUUID()}.part`);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        try {
          await copyFile(path, draft);
          await sync(draft);
          await rename(draft, target);
        } catch (error) {
          await rm(draft, { force: true });
          throw error;
        }
        // The name too is safe only now.
        await sync(folder);
      }),

    get: (key, range) => told("read", () => read(pathOf(key), range)),

    remove: (keys) =>
      told("remove", async () => {
        for (const key of keys) await rm(pathOf(key), { force: true });
      }),

    async *list() {
      const entries = await opendir(folder).catch(missing);
      if (!entries) return;
      for await (const { name } of entries) {
        if (!isKey(name) && !isDraft(name)) continue;
        const found = await stat(join(folder, name)).catch(missing);
        if (found) yield { key: name, changedAt: found.mtime };
      }
    },
  };
}

async function read(path: string, range?: ByteRange): Promise<Kept | null> {
  const file = await open(path).catch(missing);
  if (!file) return null;
  const { first = 0, last = (await file.stat()).size - 1 } = range ?? {};
  const body = file.createReadStream({ start: first, end: last });
  return { body: Readable.toWeb(body) as ReadableStream<Uint8Array>, size: last - first + 1 };
}

async function sync(path: string) {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw new BackendError(`files: ${error.code}`);
}

/** What the system says names folders; its code is enough. */
async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackendError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new BackendError(`files, ${what}: ${code ?? message}`);
  }
}
