import type { ByteRange } from "./range.ts";

/** Where files of evidence are kept: each under its hash, its thumbnail beside it. */
export type FileStore = FileReader & {
  /** Whole or not at all; what is there under that key is replaced. @throws {BackendError} */
  put(key: string, path: string, mediaType: string): Promise<void>;
  /** Sent twice it is gone already. @throws {BackendError} */
  remove(keys: readonly string[]): Promise<void>;
  /** Everything that lies there, also what an upload that was cut left behind. @throws {BackendError} */
  list(): AsyncIterable<{ key: string; changedAt: Date }>;
};

export type FileReader = {
  /** A part of it or all, and how many bytes that is; null where there is none. @throws {BackendError} */
  get(key: string, range?: ByteRange): Promise<Kept | null>;
};

export type Kept = { body: ReadableStream<Uint8Array>; size: number | null };

export const thumbKey = (hash: string) => `${hash}.thumb`;

const keys = /^[0-9a-f]{64}(\.thumb)?$/;
const drafts = /^[0-9a-f]{64}(\.thumb)?\.[0-9a-f-]{36}\.part$/;

export const isKey = (name: string) => keys.test(name);
export const isDraft = (name: string) => drafts.test(name);

/** Nothing else ever becomes a part of a path. */
export function checked(key: string): string {
  if (!isKey(key) && !isDraft(key)) throw new Error("This is no key of a file.");
  return key;
}
