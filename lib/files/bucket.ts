import { openAsBlob } from "node:fs";
import { BackendError } from "../errors.ts";
import type { ByteRange } from "./range.ts";
import { checked, type FileStore, isKey } from "./store.ts";

const bucket = "exhibit-evidence";

/** Long enough for a film, so that a connection that hangs is told from a slow one. */
const PUT_SECONDS = 180;
const SECONDS = 15;
const PAGE = 100;

type Access = {
  /** The project's URL. */
  url: string;
  /** A key of the project, and the token that it acts with: a member's own, or the key again. */
  apikey: string;
  token: string;
};

/** Files in the private bucket of a project's Storage, with the rights of the token. */
export function bucketStore({ url, apikey, token }: Access): FileStore {
  /** Until the answer begins; its body may take longer. */
  const ask = async (path: string, init: RequestInit, seconds = SECONDS): Promise<Response> => {
    const headers = { apikey, authorization: `Bearer ${token}`, ...init.headers };
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), seconds * 1000);
    try {
      return await fetch(`${url}/storage/v1/object/${path}`, {
        ...init,
        headers,
        cache: "no-store",
        signal: limit.signal,
      });
    } catch {
      throw new BackendError(
        limit.signal.aborted
          ? `Storage did not answer within ${seconds} seconds`
          : "Storage cannot be reached",
      );
    } finally {
      clearTimeout(timer);
    }
  };
  const json = (method: string, path: string, body: unknown) =>
    ask(path, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  return {
    put: async (key, path, mediaType) => {
      const answer = await ask(
        `${bucket}/${checked(key)}`,
        {
          method: "POST",
          headers: {
            "content-type": mediaType,
            "cache-control": "max-age=31536000",
            "x-upsert": "true",
          },
          body: await openAsBlob(path, { type: mediaType }),
        },
        PUT_SECONDS,
      );
      await done(answer, "did not take a file");
    },

    get: async (key, range) => {
      const headers = range && { range: `bytes=${range.first}-${range.last}` };
      const answer = await ask(`${bucket}/${checked(key)}`, { headers });
      if (answer.ok && answer.body) {
        // A server that knows no ranges sends all of it.
        return !range || answer.status === 206 ? answer.body : answer.body.pipeThrough(cut(range));
      }
      if (await isMissing(answer)) return null;
      throw new BackendError(`Storage did not give a file: ${answer.status}`);
    },

    remove: async (keys) => {
      for (let at = 0; at < keys.length; at += PAGE) {
        const prefixes = keys.slice(at, at + PAGE).map(checked);
        await done(await json("DELETE", bucket, { prefixes }), "did not remove files");
      }
    },

    async *list() {
      for (let offset = 0; ; offset += PAGE) {
        const sortBy = { column: "name", order: "asc" };
        const answer = await json("POST", `list/${bucket}`, {
          prefix: "",
          limit: PAGE,
          offset,
          sortBy,
        });
        if (!answer.ok) await done(answer, "did not list its files");
        const found: { name: string; updated_at: string | null }[] = await answer.json();
        for (const { name, updated_at } of found) {
          if (isKey(name)) yield { key: name, changedAt: new Date(updated_at ?? 0) };
        }
        if (found.length < PAGE) return;
      }
    },
  };
}

async function done(answer: Response, what: string) {
  await answer.body?.cancel();
  if (!answer.ok) throw new BackendError(`Storage ${what}: ${answer.status}`);
}

/** Storage says 400 for what its documentation calls 404; its words tell them apart. */
async function isMissing(answer: Response): Promise<boolean> {
  if (answer.status === 404) return true;
  if (answer.status !== 400) return false;
  const { statusCode } = await answer.json().catch(() => ({ statusCode: "" }));
  return String(statusCode) === "404";
}

function cut({ first, last }: ByteRange) {
  let at = 0;
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      const wanted = part.subarray(Math.max(first - at, 0), Math.max(last + 1 - at, 0));
      if (wanted.length > 0) controller.enqueue(wanted);
      at += part.length;
      if (at > last) controller.terminate();
    },
  });
}
