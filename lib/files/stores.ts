import "server-only";
import { env } from "@/lib/env";
import { bucketStore } from "./bucket";
import { localStore } from "./local";
import type { FileReader, FileStore } from "./store";

/** Reads with a member's own rights, where the store knows rights. */
export function readerStore(token: string): FileReader {
  const { files, url, publishableKey } = env();
  return files ? localStore(files) : bucketStore({ url, apikey: publishableKey, token });
}

/** For those who have checked who asks. */
export function serviceStore(): FileStore {
  const { files, url, secretKey } = env();
  return files ? localStore(files) : bucketStore({ url, apikey: secretKey, token: secretKey });
}
