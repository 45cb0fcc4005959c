import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { List } from "@/lib/domain/upload";
import { env } from "@/lib/env";
import { Refusal, written } from "@/lib/refusal";
import type { ServiceClient } from "@/lib/supabase/service";
import { kindOf } from "./kinds";
import { shownName } from "./names";
import { makePicture } from "./picture";
import type { Received } from "./receive";
import { type FileStore, thumbKey } from "./store";
import { turns } from "./turns";
import { removeUnused } from "./unused";

type Upload = {
  sessionId: string;
  /** Who sends it; null for the service key. */
  actor: string | null;
  received: Received[];
  /** Where the files are until they are stored. */
  folder: string;
};

export type Taken = Record<List, string[]>;

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** Decoding takes a core and much memory. */
const decoding = turns(2);
const storing = turns(8);

/** A file as it will be stored. */
async function prepare({ list, name, path, bytes }: Received, folder: string) {
  const kind = await kindOf({ list, name, path, bytes });
  const draft = join(folder, randomUUID());
  const thumb = kind.isPicture ? `${draft}.thumb` : null;
  const picture = thumb
    ? await makePicture(name, path, kind.mediaType, { picture: draft, thumb })
    : null;
  if (picture) await rm(path);
  const stored = picture ? draft : path;
  const hash = await hashOf(stored);
  return {
    list,
    path: stored,
    thumb,
    url: `${env().appUrl}/files/${hash}/${encodeURIComponent(shownName(name, kind.ending))}`,
    row: { hash, media_type: kind.mediaType, bytes: (await stat(stored)).size, ...picture },
  };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/**
 * Stores what was sent and puts it into the session, all or nothing. Returns the URLs by list.
 * @throws {Rejection} @throws {Refusal} @throws {BackendError}
 */
export async function take(
  { sessionId, actor, received, folder }: Upload,
  service: ServiceClient,
  store: FileStore,
): Promise<Taken> {
  const prepared: Prepared[] = [];
  for (const file of received) prepared.push(await decoding(() => prepare(file, folder)));
  const upload = randomUUID();
  const urlsOf = (list: List) =>
    prepared.filter((each) => each.list === list).map(({ url }) => url);
  const taken = { before: urlsOf("before"), after: urlsOf("after"), demo: urlsOf("demo") };
  try {
    await claim(service, {
      p_upload: upload,
      p_files: prepared.map(({ row }) => row),
      p_actor: actor ?? undefined,
    });
    await putAll(store, prepared);
    await written(
      service.rpc("attach_evidence", {
        p_upload: upload,
        p_session_id: sessionId,
        p_before: taken.before,
        p_after: taken.after,
        p_demos: taken.demo,
        p_actor: actor ?? undefined,
      }),
    );
    return taken;
  } catch (error) {
    const hashes = [...new Set(prepared.map(({ row }) => row.hash))];
    await removeUnused(service, store, hashes, upload).catch((failure) =>
      console.error("upload, to be cleaned up by the command:", failure.message),
    );
    throw error;
  }
}

type Claim = Parameters<typeof claimOnce>[1];
const claimOnce = (
  service: ServiceClient,
  claimed: { p_upload: string; p_files: Prepared["row"][]; p_actor?: string },
) => written(service.rpc("claim_files", claimed));

/** What is just being removed will be gone in a moment. */
async function claim(service: ServiceClient, claimed: Claim) {
  for (let tries = 1; ; tries++) {
    try {
      return await claimOnce(service, claimed);
    } catch (error) {
      const passes = error instanceof Refusal && error.message === "file_retiring";
      if (!passes || tries === 10) throw error;
      await sleep(tries * 50);
    }
  }
}

/** Waits for all of them also where one fails: nothing may come after they were removed. */
async function putAll(store: FileStore, prepared: Prepared[]) {
  const byHash = new Map(prepared.map((each) => [each.row.hash, each]));
  const puts = [...byHash.values()].flatMap(({ row, path, thumb }) => [
    storing(() => store.put(row.hash, path, row.media_type)),
    ...(thumb ? [storing(() => store.put(thumbKey(row.hash), thumb, "image/webp"))] : []),
  ]);
  for (const put of await Promise.allSettled(puts)) if (put.status === "rejected") throw put.reason;
}
