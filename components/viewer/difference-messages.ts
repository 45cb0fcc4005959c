import type { Box, Size } from "@/lib/domain/difference";

/** An address on our own site, or what the page could read of another. */
export type Source = string | ImageBitmap;

/** What the page asks its worker. Without a mask only the share is wanted. */
export type Ask = {
  id: number;
  before: Source;
  after: Source;
  threshold: number;
  masked: boolean;
};

export type Found = {
  /** Of all pixels that either picture has. */
  share: number;
  before: Size;
  after: Size;
  /** Around changed regions, the largest first, after what one picture has alone. */
  boxes: Box[];
  alone: Box[];
  /** Changed pixels in colour, the others clear; null where none is. */
  mask: ImageBitmap | null;
};

export type Problem = "huge" | "unreadable" | "foreign" | "failed";

export type Answer = { id: number } & ({ found: Found } | { problem: Problem });
