import type { Cursor, Sort } from "@/lib/keyset";
import { addressEntries, addressOf, readAddress, type SearchParams } from "@/lib/query";
import { sessionId, sorts } from "@/lib/search-params";
import { directiveHref } from "./directive-query";
import { implementationTypes, type Status, statuses } from "./session";

export const periods = { "7": "Last 7 days", "30": "Last 30 days", "90": "Last 90 days" } as const;
export type Period = keyof typeof periods;

export const pictureStates = ["changed", "unchanged"] as const;

/** There is one order. */
export const newest: Sort = sorts.newest;
export { sessionId };

/** What the gallery shows. "", null and false ask for nothing. */
export type GalleryFilters = {
  /** Exactly this directive. */
  sd: string;
  type: (typeof implementationTypes)[number] | "";
  status: Status | "";
  /** The days before now in which a session started. */
  period: Period | "";
  pictures: (typeof pictureStates)[number] | "";
  demo: boolean;
};
export type GalleryQuery = GalleryFilters & {
  /** Of each directive the newest session alone. */
  byDirective: boolean;
  after: Cursor | null;
};

/** Whatever the address says, a query that works, and in words what was left out of it. */
export function parseGalleryQuery(params: SearchParams): {
  query: GalleryQuery;
  notices: string[];
} {
  const address = readAddress(params);
  const query: GalleryQuery = {
    sd: address.text("sd"),
    type: address.first("type", implementationTypes),
    status: address.first("status", statuses),
    period: address.first("period", Object.keys(periods) as Period[]),
    pictures: address.first("pictures", pictureStates, "a state of pictures"),
    demo: address.flag("demo"),
    byDirective: address.first("by", ["session", "directive"], "a grouping") === "directive",
    after: address.cursor("newest", newest, sessionId),
  };
  return { query, notices: address.notices };
}

type Asked = Partial<Omit<GalleryQuery, "after">> & { after?: string };

/** The address of such a gallery; `after` is a cursor as `cutPage` gives it. */
export function galleryHref(query: Asked = {}): string {
  const { sd, type, status, period, pictures, demo, byDirective, after } = query;
  const by = byDirective && "directive";
  return addressOf(
    "/gallery",
    addressEntries({ sd, type, status, period, pictures, demo, by, after }),
  );
}

export function isFiltered({ byDirective: _, after: __, ...filters }: GalleryQuery): boolean {
  return galleryHref(filters) !== galleryHref();
}

/** The moment from which on sessions count. */
export function sinceOf({ period }: GalleryFilters, now: number): string | undefined {
  return period === "" ? undefined : new Date(now - Number(period) * 86_400_000).toISOString();
}

/** A directive's screens through its attempts. */
export function screensHref(sd: string): string {
  return `${directiveHref(sd)}/screens`;
}
