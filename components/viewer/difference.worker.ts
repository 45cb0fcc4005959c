import pixelmatch from "pixelmatch";
import {
  aloneBoxes,
  changedBoxes,
  changedShare,
  commonSize,
  MOST_PIXELS,
  type Size,
} from "@/lib/domain/difference";
import type { Answer, Ask, Found, Source } from "./difference-messages";

class Huge extends Error {}

/** A picture of our own site is fetched here; of others the page hands over what it was given. */
async function bitmapOf(source: Source): Promise<ImageBitmap> {
  if (typeof source !== "string") return source;
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return createImageBitmap(await answer.blob());
}

function pixelsOf(bitmap: ImageBitmap, { width, height }: Size): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Huge();
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, width, height).data;
}

const MASK_COLOR: [number, number, number] = [225, 29, 72];

async function find({ threshold, masked, ...ask }: Ask): Promise<Found> {
  const [before, after] = await Promise.all([bitmapOf(ask.before), bitmapOf(ask.after)]);
  const sizes = [before, after].map(({ width, height }) => ({ width, height }));
  const [one, other] = sizes as [Size, Size];
  if (sizes.some(({ width, height }) => width * height > MOST_PIXELS)) throw new Huge();
  const common = commonSize(one, other);
  const output = masked ? new Uint8ClampedArray(common.width * common.height * 4) : null;
  const changed = pixelmatch(
    pixelsOf(before, common),
    pixelsOf(after, common),
    output,
    common.width,
    common.height,
    { threshold, diffMask: true, diffColor: MASK_COLOR },
  );
  for (const bitmap of [before, after]) bitmap.close();
  const alone = aloneBoxes(one, other);
  const boxes = output ? changedBoxes(new Uint32Array(output.buffer), common) : [];
  return {
    share: changedShare(changed, one, other),
    before: one,
    after: other,
    boxes: [...alone, ...boxes],
    alone,
    mask:
      output && changed > 0
        ? await createImageBitmap(new ImageData(output, common.width, common.height))
        : null,
  };
}

self.onmessage = async ({ data }: MessageEvent<Ask>) => {
  const reply = (answer: Answer, transfer: Transferable[] = []) =>
    self.postMessage(answer, { transfer });
  try {
    const found = await find(data);
    reply({ id: data.id, found }, found.mask ? [found.mask] : []);
  } catch (error) {
    reply({ id: data.id, problem: error instanceof Huge ? "huge" : "unreadable" });
  }
};
