import { MOST_PIXELS } from "@/lib/domain/difference";
import type { EvidenceItem } from "@/lib/domain/evidence";
import type { Answer, Ask, Found, Problem, Source } from "./difference-messages";

export type Result = { found: Found } | { problem: Problem };

/** A picture to be compared: itself, or the small one that was made of it. */
export type Compared = Pick<EvidenceItem, "file"> & { src: string };

let worker: Worker | null = null;
let asked = 0;
const open = new Map<number, (result: Result) => void>();

function ask(question: Omit<Ask, "id">): Promise<Result> {
  worker ??= startWorker();
  const id = ++asked;
  const transfer = [question.before, question.after].filter((each) => typeof each !== "string");
  const answer = new Promise<Result>((heard) => open.set(id, heard));
  worker.postMessage({ ...question, id }, transfer);
  return answer;
}

function startWorker(): Worker {
  const started = new Worker(new URL("./difference.worker.ts", import.meta.url), {
    type: "module",
  });
  started.onmessage = ({ data: { id, ...result } }: MessageEvent<Answer>) => {
    open.get(id)?.(result);
    open.delete(id);
  };
  // Such as for want of memory: the next question starts another.
  started.onerror = () => stopComparing();
  return started;
}

export function stopComparing() {
  worker?.terminate();
  worker = null;
  for (const heard of open.values()) heard({ problem: "failed" });
  open.clear();
}

const isOurs = (src: string) => src.startsWith("/");

/** By the browser's own decoder, which alone reads drawings (SVG), and what other hosts let us read. */
async function readByElement(src: string): Promise<ImageBitmap> {
  const image = new Image();
  if (!isOurs(src)) image.crossOrigin = "anonymous";
  image.referrerPolicy = "no-referrer";
  image.src = src;
  await image.decode();
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth * naturalHeight > MOST_PIXELS) throw new RangeError();
  // A drawing may be of no size of its own; then it has the one at which it is shown.
  return createImageBitmap(image, { resizeWidth: naturalWidth, resizeHeight: naturalHeight });
}

async function compareAnew(before: Compared, after: Compared, threshold: number, masked: boolean) {
  const files = [before.file, after.file];
  if (files.some((file) => (file?.width ?? 0) * (file?.height ?? 0) > MOST_PIXELS)) {
    return { problem: "huge" as const };
  }
  const sides = [before.src, after.src] as const;
  if (sides.every(isOurs)) {
    const result = await ask({ before: sides[0], after: sides[1], threshold, masked });
    if (!("problem" in result) || result.problem !== "unreadable") return result;
  }
  try {
    const [one, other] = await Promise.all(sides.map(readByElement));
    return await ask({ before: one as Source, after: other as Source, threshold, masked });
  } catch (error) {
    if (error instanceof RangeError) return { problem: "huge" as const };
    return { problem: sides.every(isOurs) ? ("unreadable" as const) : ("foreign" as const) };
  }
}

/** Masks are as large as their pictures, so only the last few are kept. */
const KEPT = 6;
const kept = new Map<string, Promise<Result>>();

const contentOf = ({ src, file }: Compared) => file?.hash ?? src;

/** What differs, from what was found before where it is the same content. */
export function compare(before: Compared, after: Compared, threshold: number): Promise<Result> {
  const key = [contentOf(before), contentOf(after), threshold].join(" ");
  const known = kept.get(key);
  kept.delete(key);
  const result = known ?? compareAnew(before, after, threshold, true);
  kept.set(key, result);
  for (const [oldest, left] of kept) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
    left.then((old) => "found" in old && old.found.mask?.close());
  }
  // What went wrong is tried again.
  result.then((now) => "problem" in now && now.problem !== "huge" && kept.delete(key));
  return result;
}

/** How much of two pictures of our own site differs, or null where they cannot be compared. */
export async function compareShare(before: Compared, after: Compared): Promise<number | null> {
  const result = await compareAnew(before, after, 0.1, false);
  return "found" in result ? result.found.share : null;
}
