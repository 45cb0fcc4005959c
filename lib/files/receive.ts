import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { type List, lists } from "@/lib/domain/upload";
import { limits, megabytes } from "./limits";
import { plainName } from "./names";
import { Rejection } from "./rejection";

export type Received = { list: List; name: string; path: string; bytes: number };

const isList = (field: string): field is List => (lists as readonly string[]).includes(field);

/** How much of an upload that is refused is still read: its sender hears why when it is sent. */
const patience = limits.callBytes + 50 * 1024 * 1024;

/**
 * Writes the files of an upload into the folder as they come, in the order in which they are sent.
 * A field without a file, as forms send it, is passed over. @throws {Rejection}
 */
export async function receive(
  body: ReadableStream<Uint8Array>,
  contentType: string,
  folder: string,
): Promise<Received[]> {
  const received: Received[] = [];
  const writes: Promise<void>[] = [];
  const stop = new AbortController();
  let rejection: Rejection | undefined;
  let total = 0;
  const reject = (status: number, message: string) => {
    rejection ??= new Rejection(status, message);
  };

  const save = async (stream: BusboyFileStream, file: Received) => {
    const kept = async function* (parts: AsyncIterable<Buffer>) {
      for await (const part of parts) {
        file.bytes += part.length;
        total += part.length;
        if (total > limits.callBytes) {
          reject(413, `One upload may hold ${megabytes(limits.callBytes)} in all.`);
        }
        if (!rejection) yield part;
      }
      if (stream.truncated) {
        reject(
          413,
          `“${file.name}” is larger than ${megabytes(limits.videoBytes)}, which is the most that a film may have; a picture may have ${megabytes(limits.pictureBytes)}.`,
        );
      }
    };
    const target = createWriteStream(file.path, { flags: "wx", mode: 0o600 });
    await pipeline(stream, kept, target, { signal: stop.signal });
  };

  const parser = parserOf(contentType);
  parser.on("file", (field, stream, given) => {
    const name = plainName(given ?? "");
    if (!isList(field))
      reject(400, `Send files as “before”, “after” or “demo”, not “${plainName(field)}”.`);
    if (rejection || !given || !isList(field)) {
      stream.resume();
      return;
    }
    const path = join(folder, `sent-${received.length}`);
    const file = { list: field, name: name || "file", path, bytes: 0 };
    received.push(file);
    writes.push(save(stream, file));
  });
  parser.on("filesLimit", () => reject(413, `One upload may hold ${limits.files} files.`));

  const counted = async function* (parts: AsyncIterable<Uint8Array>) {
    let read = 0;
    for await (const part of parts) {
      read += part.length;
      if (read > patience) throw new Error("too much");
      yield part;
    }
  };
  try {
    await pipeline(Readable.fromWeb(body as never), counted, parser);
  } catch (error) {
    stop.abort();
    reject(400, "The upload was cut off before its end. Nothing was kept; send it again.");
    console.warn("upload:", (error as Error).message);
  }
  const written = await Promise.allSettled(writes);
  if (rejection) throw rejection;
  for (const each of written) if (each.status === "rejected") throw each.reason;
  if (received.length === 0) {
    throw new Rejection(400, "Send at least one file, as “before”, “after” or “demo”.");
  }
  const empty = received.find(({ bytes }) => bytes === 0);
  if (empty) throw new Rejection(422, `“${empty.name}” is empty.`);
  return received;
}

function parserOf(contentType: string) {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      limits: {
        files: limits.files,
        fileSize: limits.videoBytes,
        fields: 20,
        fieldSize: 1000,
        headerPairs: 20,
        headerSize: 8192,
      },
    });
  } catch {
    throw new Rejection(415, "Send the files as multipart/form-data.");
  }
}
