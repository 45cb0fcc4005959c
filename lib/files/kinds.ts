import { fileTypeFromFile } from "file-type";
import { limits, megabytes } from "./limits";
import type { Received } from "./receive";
import { Rejection } from "./rejection";

const kinds = {
  "image/png": { ending: "png", words: "PNG" },
  "image/jpeg": { ending: "jpg", words: "JPEG" },
  "image/webp": { ending: "webp", words: "WebP" },
  "image/avif": { ending: "avif", words: "AVIF" },
  "image/gif": { ending: "gif", words: "GIF" },
  "video/mp4": { ending: "mp4", words: "MP4" },
  "video/webm": { ending: "webm", words: "WebM" },
} as const;

export type MediaType = keyof typeof kinds;
export type Kind = { mediaType: MediaType; isPicture: boolean; ending: string; words: string };

/** What a file is, by what is in it, and whether it may stand where it was sent. @throws {Rejection} */
export async function kindOf({ list, name, path, bytes }: Received): Promise<Kind> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const mime = found?.mime === "image/apng" ? "image/png" : found?.mime;
  if (!mime || !Object.hasOwn(kinds, mime)) {
    throw new Rejection(
      415,
      `“${name}” is no picture (PNG, JPEG, WebP, AVIF, GIF) and no film (MP4, WebM), whatever its name says.`,
    );
  }
  const mediaType = mime as MediaType;
  const isPicture = mediaType.startsWith("image/");
  if (isPicture && list === "demo") {
    throw new Rejection(
      422,
      `“${name}” is a picture. Demos are films; send it as “before” or “after”.`,
    );
  }
  if (!isPicture && list !== "demo") {
    throw new Rejection(422, `“${name}” is a film. Screenshots are pictures; send it as “demo”.`);
  }
  const most = isPicture ? limits.pictureBytes : limits.videoBytes;
  if (bytes > most) {
    const what = isPicture ? "picture" : "film";
    throw new Rejection(
      413,
      `“${name}” is larger than ${megabytes(most)}, the most that a ${what} may have.`,
    );
  }
  return { mediaType, isPicture, ...kinds[mediaType] };
}
