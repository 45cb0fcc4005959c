import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import type { MediaType } from "./kinds";
import { limits } from "./limits";
import { Rejection } from "./rejection";

export type Picture = { width: number; height: number; pixels: string; animated: boolean };

const careful = {
  limitInputPixels: limits.pixels,
  failOn: "error",
  sequentialRead: true,
} as const;
const SECONDS = 60;

/**
 * Makes a picture anew from what it shows, without anything that is not to be seen: places, names
 * of cameras, what was written behind its end. And a small one of it. @throws {Rejection}
 */
export async function makePicture(
  name: string,
  source: string,
  mediaType: MediaType,
  targets: { picture: string; thumb: string },
): Promise<Picture> {
  try {
    const {
      width,
      height,
      pages = 1,
    } = await sharp(source, { limitInputPixels: false }).metadata();
    const animated = pages > 1 && (mediaType === "image/gif" || mediaType === "image/webp");
    if (width * height * (animated ? pages : 1) > limits.pixels) {
      const size = `${width} × ${height}${animated ? ` × ${pages} frames` : ""}`;
      throw new Rejection(
        413,
        `“${name}” has ${size} pixels. A picture may have ${limits.pixels / 1_000_000} million, all frames together.`,
      );
    }
    const given = sharp(source, { ...careful, animated }).timeout({ seconds: SECONDS });
    const upright = animated ? given : given.autoOrient();
    await encoded(upright, mediaType, await isLossless(source)).toFile(targets.picture);
    await sharp(targets.picture, careful)
      .resize({ width: 480, height: 1600, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 80, effort: 3 })
      .timeout({ seconds: SECONDS })
      .toFile(targets.thumb);
    return { ...(await shownBy(targets.picture)), animated };
  } catch (error) {
    if (error instanceof Rejection) throw error;
    const { message } = error as Error;
    if (/unable to write|no space|not enough/i.test(message)) throw error;
    console.warn("picture:", message.split("\n")[0]);
    throw new Rejection(422, `“${name}” is damaged or cut off: it cannot be shown whole.`);
  }
}

function encoded(picture: Sharp, mediaType: MediaType, lossless: boolean): Sharp {
  if (mediaType === "image/png") return picture.png();
  if (mediaType === "image/gif") return picture.gif({ effort: 3 });
  if (mediaType === "image/webp") return picture.webp({ lossless, quality: 92, effort: 3 });
  if (mediaType === "image/avif") return picture.avif({ quality: 85, effort: 2 });
  return picture.jpeg({ quality: 92, chromaSubsampling: "4:4:4" });
}

/** Whether a WebP says that it is; of others it does not matter. */
async function isLossless(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead).includes("VP8L");
  } finally {
    await file.close();
  }
}

/** Its first frame: how large it is, and a hash that is alike for all files that look like it. */
async function shownBy(path: string): Promise<Omit<Picture, "animated">> {
  const { data, info } = await sharp(path, careful)
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .timeout({ seconds: SECONDS })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const pixels = createHash("sha256").update(`${width} ${height} `).update(data).digest("hex");
  return { width, height, pixels };
}
