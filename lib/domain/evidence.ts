import { safeUrl, urlName } from "./links.ts";

export type Side = "before" | "after";

/** What Exhibit knows of a file that it keeps itself. Sizes in pixels; null for films. */
export type StoredFile = {
  hash: string;
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  /** The start of the hash of what a picture shows: alike in two files that look alike. */
  pixels: string | null;
  animated: boolean;
};

/** A picture or a demo as a session's list names it. */
export type EvidenceItem = {
  /** As the agent wrote it. */
  url: string;
  /** From 1, in its list. */
  place: number;
  name: string;
  /** Where a page may load it from; null where it is no address that can be shown. */
  src: string | null;
  file: StoredFile | null;
};

/** How two pictures came together. */
export type PairedBy = "person" | "name" | "place" | null;

export type PairState = "changed" | "unchanged" | "unknown" | "added" | "removed";

export type Pair = {
  before: EvidenceItem | null;
  after: EvidenceItem | null;
  pairedBy: PairedBy;
  state: PairState;
};

/** Which URLs a person put together; null on one side: that one has no partner. */
export type Correction = readonly [before: string | null, after: string | null];

/** What is known of a file, as a row: see `StoredFile`. */
type FileRow = [
  mediaType: string,
  bytes: number,
  width: number | null,
  height: number | null,
  pixels: string | null,
  animated: boolean,
];

/** A session's evidence as it is stored: small enough to be sent to the browser by the thousand. */
export type EvidenceLists = {
  before: (string | null)[];
  after: (string | null)[];
  demos: (string | null)[];
  /** By hash. */
  files: Record<string, FileRow>;
  pairings: Correction[];
};

export type Evidence = { pairs: Pair[]; demos: EvidenceItem[] };

/** The hash of the file of ours that a URL names, whatever host it was written with. */
export function fileHash(url: string): string | null {
  return /\/files\/([0-9a-f]{64})(?:[/?#]|$)/.exec(url)?.[1] ?? null;
}

/** A list of URLs as a page shows it, without its empty entries. */
export function evidenceItems(
  urls: readonly (string | null)[],
  files: ReadonlyMap<string, StoredFile>,
): EvidenceItem[] {
  return urls.flatMap((url, index) => {
    if (!url?.trim()) return [];
    const name = urlName(url.trim());
    const file = files.get(fileHash(url) ?? "") ?? null;
    const src = file ? `/files/${file.hash}/${encodeURIComponent(name)}` : safeUrl(url);
    return [{ url, place: index + 1, name, src, file }];
  });
}

/** The small picture that was made of a file of ours, else the picture itself. */
export function thumbnail({ src, file }: EvidenceItem): string | null {
  return file?.mediaType.startsWith("image/") ? `/files/${file.hash}?thumb` : src;
}

const sideWords = /(^|[^a-z])(before|after|old|new|baseline|current|actual|expected)(?=[^a-z]|$)/g;

/** What a name says when its side and its type are left out; empty where it says no more. */
export function nameKey({ name }: Pick<EvidenceItem, "name">): string {
  return name
    .toLowerCase()
    .replace(/\.[a-z0-9]{2,5}$/, "")
    .replace(sideWords, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

export function stateOf(before: EvidenceItem | null, after: EvidenceItem | null): PairState {
  if (!before) return "added";
  if (!after) return "removed";
  if (before.file?.pixels && after.file?.pixels) {
    return before.file.pixels === after.file.pixels ? "unchanged" : "changed";
  }
  return before.url.trim() === after.url.trim() ? "unchanged" : "unknown";
}

/**
 * Before and after put together: as a person said, else by name, and where no name occurs on both
 * sides by place. What has no partner was added, or removed where there is anything after at all. In
 * the order of the list of those after.
 */
export function pairPictures(
  before: readonly EvidenceItem[],
  after: readonly EvidenceItem[],
  corrections: readonly Correction[] = [],
): Pair[] {
  const pairs: Pair[] = [];
  const left = { before: [...before], after: [...after] };
  const take = (side: Side, matches: (one: EvidenceItem) => boolean): EvidenceItem | null => {
    const index = left[side].findIndex(matches);
    return index < 0 ? null : (left[side].splice(index, 1)[0] ?? null);
  };
  const put = (one: EvidenceItem | null, other: EvidenceItem | null, pairedBy: PairedBy) => {
    if (!one && !other) return;
    // Where there is nothing after at all, nothing is known to be gone.
    const state = after.length === 0 ? "unknown" : stateOf(one, other);
    pairs.push({ before: one, after: other, pairedBy, state });
  };
  for (const [beforeUrl, afterUrl] of corrections) {
    put(
      take("before", ({ url }) => url === beforeUrl),
      take("after", ({ url }) => url === afterUrl),
      "person",
    );
  }
  const byName = new Map<string, EvidenceItem[]>();
  for (const one of left.after) {
    const key = nameKey(one);
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  const named = left.before.flatMap((one) => {
    const key = nameKey(one);
    const other = key ? byName.get(key)?.shift() : undefined;
    return other ? [[one, other] as const] : [];
  });
  const taken = new Set(named.flat());
  for (const [one, other] of named) put(one, other, "name");
  const placeOf = (one: EvidenceItem) => (named.length > 0 ? null : one.place);
  const rest = left.after.filter((one) => !taken.has(one));
  const atPlace = new Map(rest.map((one) => [placeOf(one), one]));
  for (const one of left.before.filter((each) => !taken.has(each))) {
    const place = placeOf(one);
    const other = place === null ? null : (atPlace.get(place) ?? null);
    if (other) taken.add(other);
    put(one, other, other ? "place" : null);
  }
  for (const one of rest) if (!taken.has(one)) put(null, one, null);
  const order = (pair: Pair) => (pair.after ?? pair.before)?.place ?? 0;
  return pairs.sort((a, b) => order(a) - order(b));
}

/** What the lists show: pictures in pairs, and demos. */
export function evidenceOf({ before, after, demos, files, pairings }: EvidenceLists): Evidence {
  const stored = new Map(
    Object.entries(files).map(([hash, [mediaType, bytes, width, height, pixels, animated]]) => [
      hash,
      { hash, mediaType, bytes, width, height, pixels, animated },
    ]),
  );
  return {
    pairs: pairPictures(evidenceItems(before, stored), evidenceItems(after, stored), pairings),
    demos: evidenceItems(demos, stored),
  };
}

/** Where a pair stands in an address: a picture in it, since pairs may be put together anew. */
export function pairKey({ before, after }: Pair): string {
  return after ? `after-${after.place}` : `before-${before?.place}`;
}

/** The pair that shows the picture, or -1. */
export function indexOfPair(pairs: readonly Pair[], key: string | undefined): number {
  const [, side, place] = /^(before|after)-(\d{1,7})$/.exec(key ?? "") ?? [];
  if (!side) return -1;
  return pairs.findIndex((pair) => pair[side as Side]?.place === Number(place));
}
