import { addressEntries, addressOf, readAddress, type SearchParams } from "@/lib/query";
import { sessionsHref } from "@/lib/search-params";
import { type ImplementationType, implementationTypes } from "./session";
import { DAY, dayOf } from "./weeks";

/** In whole days before today; null: no bound. */
export const periods = {
  "7d": { days: 7, words: "Last 7 days" },
  "30d": { days: 30, words: "Last 30 days" },
  "90d": { days: 90, words: "Last 90 days" },
  "365d": { days: 365, words: "Last 365 days" },
  all: { days: null, words: "All time" },
} as const;

export type Period = keyof typeof periods;
export const periodSlugs = Object.keys(periods) as Period[];
const usual: Period = "30d";

/** What the overview shows. [] asks for nothing. */
export type OverviewQuery = {
  period: Period;
  type: ImplementationType[];
  /** Target applications. */
  app: string[];
  /** More than the first few of those that need attention. */
  attention: boolean;
};

/** Whatever the address says, a query that works, and in words what was left out of it. */
export function parseOverviewQuery(params: SearchParams): {
  query: OverviewQuery;
  notices: string[];
} {
  const address = readAddress(params);
  const query = {
    period: address.first("period", periodSlugs) || usual,
    type: address.oneOf("type", implementationTypes),
    app: address.names("app", "applications"),
    attention: address.flag("attention"),
  };
  return { query, notices: address.notices };
}

/** The address of such an overview. What is as usual is left out. */
export function overviewHref({ period, type, app, attention }: Partial<OverviewQuery>): string {
  return addressOf(
    "/",
    addressEntries({ period: period === usual ? "" : period, type, app, attention }),
  );
}

export const isFiltered = ({ type, app }: OverviewQuery) => type.length > 0 || app.length > 0;

/** Which sessions count: `from` is the first day of the period (UTC), null where it has no bound. */
export type Scope = Pick<OverviewQuery, "period" | "type" | "app"> & { from: string | null };

export function scopeOf({ period, type, app }: OverviewQuery, now: number): Scope {
  const { days } = periods[period];
  return { period, type, app, from: days === null ? null : dayOf(now - days * DAY) };
}

type Extra = Parameters<typeof sessionsHref>[0];

/** The list of the sessions of the period that this asks for. */
export function periodHref({ from, type, app }: Scope, extra: Extra = {}): string {
  return sessionsHref({ from: from ?? "", type, app, ...extra });
}

/** The same, whenever they started. */
export function anytimeHref({ type, app }: Scope, extra: Extra): string {
  return sessionsHref({ type, app, ...extra });
}
