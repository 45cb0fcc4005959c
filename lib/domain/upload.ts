import { count, formatNumber } from "@/lib/format";

export const lists = ["before", "after", "demo"] as const;
/** The list of a session that files go into, and the name of their field in an upload. */
export type List = (typeof lists)[number];

export const listWords: Record<List, string> = {
  before: "Screenshots before",
  after: "Screenshots after",
  demo: "Demos",
};

export const accepted: Record<List, string> = {
  before: "image/png,image/jpeg,image/webp,image/avif,image/gif",
  after: "image/png,image/jpeg,image/webp,image/avif,image/gif",
  demo: "video/mp4,video/webm",
};

export type Limits = { pictureBytes: number; videoBytes: number; files: number; callBytes: number };

type Sized = { name: string; size: number };

const MEGABYTE = 1024 * 1024;

/** "840 kB", "2.1 MB" */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return count(bytes, "byte");
  if (bytes < MEGABYTE) return `${formatNumber(Math.max(1, Math.round(bytes / 1024)))} kB`;
  return `${formatNumber(Math.round((bytes / MEGABYTE) * 10) / 10)} MB`;
}

export const limitWords = (list: List, { pictureBytes, videoBytes, files, callBytes }: Limits) =>
  `${list === "demo" ? "MP4 or WebM" : "PNG, JPEG, WebP, AVIF or GIF"}, up to ${formatBytes(list === "demo" ? videoBytes : pictureBytes)} each; at most ${count(files, "file")} and ${formatBytes(callBytes)} at a time.`;

/** What the server would refuse, in words, so that nobody waits for it to say so. */
export function refusals(list: List, files: readonly Sized[], limits: Limits): string[] {
  const most = list === "demo" ? limits.videoBytes : limits.pictureBytes;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return [
    ...(files.length > limits.files
      ? [
          `These are ${formatNumber(files.length)} files; ${formatNumber(limits.files)} go at a time.`,
        ]
      : []),
    ...files
      .filter(({ size }) => size > most)
      .map(
        ({ name, size }) => `“${name}” has ${formatBytes(size)}; ${formatBytes(most)} is the most.`,
      ),
    ...files.filter(({ size }) => size === 0).map(({ name }) => `“${name}” is empty.`),
    ...(total > limits.callBytes
      ? [`Together they have ${formatBytes(total)}; ${formatBytes(limits.callBytes)} go at a time.`]
      : []),
  ];
}
