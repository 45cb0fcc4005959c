// Files as agents and pages send them, over plain HTTP.
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import type { Role } from "../../lib/domain/roles.ts";
import { agent, keys, loginOf } from "./world.ts";

export const appUrl = () => process.env.E2E_URL ?? "";
export const filesFolder = () => join(process.env.EXHIBIT_DATA ?? "", "files");

export type Sent = { list: string; name: string; bytes: Uint8Array; type?: string };
export type Headers = Record<string, string>;

export const withKey = (): Headers => ({ authorization: `Bearer ${keys().secretKey}` });

/** What a browser of that person sends. */
export async function asRole(role: Role): Promise<Headers> {
  const { cookies } = await loginOf(role);
  const jar = cookies.map(({ name, value }) => `${name}=${value}`);
  return { cookie: jar.join("; "), origin: appUrl() };
}

export function formOf(files: Sent[]): FormData {
  const form = new FormData();
  for (const { list, name, bytes, type = "application/octet-stream" } of files) {
    form.append(list, new Blob([bytes as BlobPart], { type }), name);
  }
  return form;
}

export async function upload(session: string, files: Sent[], headers: Headers = withKey()) {
  const answer = await fetch(`${appUrl()}/api/evidence/${session}`, {
    method: "POST",
    headers,
    body: formOf(files),
    redirect: "manual",
  });
  const text = await answer.text();
  const json = text.startsWith("{") ? JSON.parse(text) : {};
  return { status: answer.status, json, headers: answer.headers };
}

/** A file of ours, by its URL as the session has it. */
export const read = (url: string, headers: Headers = {}, method = "GET") =>
  fetch(url.replace(/^https?:\/\/[^/]+/, appUrl()), { method, headers, redirect: "manual" });

let made = 0;
const worker = Number(process.env.TEST_PARALLEL_INDEX) % 2;
/** A size that no other picture of the tests has, by which it is found again. */
export const ownSize = () => ({
  width: 301 + 2 * ((process.pid * 37 + made++ * 101) % 750) + worker,
  height: 200 + (Date.now() % 1500),
});
export type Size = ReturnType<typeof ownSize>;

export const picture = ({ width, height }: Size = ownSize(), background = "#4477aa") =>
  sharp({ create: { width, height, channels: 3, background } });
export const png = async (size?: Size, background?: string) =>
  picture(size, background).png().toBuffer();

/** Valid as far as its header, whatever it claims to be as large as. */
export function pngHeader(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(64))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** As much of a WebM as tells what it is, and then as many bytes as wanted. */
export function webm(size: number, seed = Math.random()): Buffer {
  const head = Buffer.from(
    "1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581",
    "hex",
  );
  const body = Buffer.alloc(size - head.length);
  for (let at = 0; at < body.length; at += 8) body.writeUInt8((at * 31 + seed * 1e6) % 251, at);
  return Buffer.concat([head, body]);
}

export const mp4 = (size: number) =>
  Buffer.concat([
    Buffer.from("0000001866747970697361f3600000000069736f6d6d703432", "hex"),
    Buffer.alloc(size),
  ]);

/** A name of a file that a test puts there itself. */
export const strayHash = () => `f00d${randomUUID().replaceAll("-", "").repeat(2).slice(4)}`;
const isStray = (name: string) => name.startsWith("f00d");

/** Rows and files of a picture of that size; what lies in the store without a row, whole or half. */
export async function leftOf({ width, height }: Size) {
  const stored = existsSync(filesFolder()) ? readdirSync(filesFolder()) : [];
  const { data } = await agent()
    .from("exec_evidence_files")
    .select("hash, claims, width, height")
    .limit(1000);
  const known = new Set(data?.map(({ hash }) => hash));
  return {
    rows: data?.filter((row) => row.width === width && row.height === height).length,
    withoutRow: stored.filter((name) => !known.has(name.slice(0, 64)) && !isStray(name)),
  };
}
export const nothing = { rows: 0, withoutRow: [] };

export const temporaryUploads = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith("exhibit-upload-"));

export async function listsOf(session: string) {
  const { data } = await agent()
    .from("exec_implementation_sessions")
    .select("before_screenshots, after_screenshots, demo_urls")
    .eq("id", session)
    .single();
  return {
    before: data?.before_screenshots ?? [],
    after: data?.after_screenshots ?? [],
    demo: data?.demo_urls ?? [],
  };
}
