/** Bytes from the first to the last, both included. */
export type ByteRange = { first: number; last: number };

/**
 * The one range that a request asks for; null where it asks for none, or in a way that may be
 * answered with the whole; "none" where nothing of the file is in it.
 */
export function readRange(header: string | null, size: number): ByteRange | "none" | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return null;
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? "none" : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return null;
  if (first >= size) return "none";
  return { first, last: to === "" ? size - 1 : Math.min(Number(to), size - 1) };
}

/** Whether what somebody has is still what there is. */
export function isNotModified(ifNoneMatch: string | null, etag: string): boolean {
  const known = ifNoneMatch?.split(",").map((each) => each.trim().replace(/^W\//, "")) ?? [];
  return known.includes(etag) || known.includes("*");
}
