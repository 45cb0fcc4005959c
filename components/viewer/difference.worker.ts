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

/** A picture that was opened, and its pixels from the top left. */
type Opened = Size & { pixels: (part: Size) => Promise<Uint8ClampedArray>; close: () => void };

/** Without a canvas on the way, in half the time, where the browser can do that. */
async function decode(blob: Blob): Promise<Opened | null> {
  if (!("ImageDecoder" in self) || !(await ImageDecoder.isTypeSupported(blob.type))) return null;
  const decoder = new ImageDecoder({ data: blob.stream(), type: blob.type });
  try {
    const { image } = await decoder.decode();
    return {
      width: image.displayWidth,
      height: image.displayHeight,
      pixels: async ({ width, height }) => {
        const format = { format: "RGBA", rect: { x: 0, y: 0, width, height } } as const;
        const pixels = new Uint8ClampedArray(image.allocationSize(format));
        await image.copyTo(pixels, format);
        return pixels;
      },
      close: () => image.close(),
    };
  } catch {
    // What one way cannot read, such as for an odd size, the other may.
    return null;
  } finally {
    decoder.close();
  }
}

function fromBitmap(bitmap: ImageBitmap): Opened {
  return {
    width: bitmap.width,
    height: bitmap.height,
    pixels: async ({ width, height }) => {
      const context = new OffscreenCanvas(width, height).getContext("2d", {
        willReadFrequently: true,
      });
      if (!context) throw new Huge();
      context.drawImage(bitmap, 0, 0);
      return context.getImageData(0, 0, width, height).data;
    },
    close: () => bitmap.close(),
  };
}

/** A picture of our own site is fetched here; of others the page hands over what it was given. */
async function open(source: Source): Promise<Opened> {
  if (typeof source !== "string") return fromBitmap(source);
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const blob = await answer.blob();
  return (await decode(blob)) ?? fromBitmap(await createImageBitmap(blob));
}

const MASK_COLOR: [number, number, number] = [225, 29, 72];

async function find({ threshold, masked, ...ask }: Ask): Promise<Found> {
  const [before, after] = await Promise.all([open(ask.before), open(ask.after)]);
  const sizes = [before, after].map(({ width, height }) => ({ width, height }));
  const [one, other] = sizes as [Size, Size];
  if (sizes.some(({ width, height }) => width * height > MOST_PIXELS)) throw new Huge();
  const common = commonSize(one, other);
  const output = masked ? new Uint8ClampedArray(common.width * common.height * 4) : null;
  const [was, is] = await Promise.all([before.pixels(common), after.pixels(common)]);
  const changed = pixelmatch(was, is, output, common.width, common.height, {
    threshold,
    diffMask: true,
    diffColor: MASK_COLOR,
  });
  for (const picture of [before, after]) picture.close();
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
