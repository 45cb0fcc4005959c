import type { Cursor, IdColumn, Sort } from "@/lib/keyset";
import { addressEntries, listAddress, readAddress, type SearchParams } from "@/lib/query";
import { directiveStatuses, priorities } from "./directive";
import { implementationTypes, statuses } from "./session";

/** The only orders there are. The first is what one gets without asking. */
export const sorts = {
  recent: {
    column: "last_activity",
    ascending: false,
    kind: "time",
    words: "recent activity first",
  },
  quiet: { column: "last_activity", ascending: true, kind: "time", words: "longest quiet first" },
  priority: {
    column: "priority_rank",
    ascending: true,
    kind: "number",
    words: "highest priority first",
  },
  "quality-high": {
    column: "quality_high_key",
    ascending: false,
    kind: "number",
    words: "best quality first",
  },
  "quality-low": {
    column: "quality_low_key",
    ascending: true,
    kind: "number",
    words: "worst quality first",
  },
  "progress-high": {
    column: "progress_key",
    ascending: false,
    kind: "number",
    words: "most progress first",
  },
  "progress-low": {
    column: "progress_key",
    ascending: true,
    kind: "number",
    words: "least progress first",
  },
  id: { column: "sd_id", ascending: true, kind: "text", words: "ids in order" },
} as const satisfies Record<string, Sort>;

/** In UTF-16 units: the column holds 50 characters. */
const ID_LIMIT = 100;

export const directiveId = { column: "sd_id", kind: "text" } as const satisfies IdColumn;

export type SortSlug = keyof typeof sorts;

/** The newest session's status, or that there is none. */
export const sessionStates = [...statuses, "none"] as const;

/** What a list of directives shows. "" and [] ask for nothing. */
type DirectiveFilters = {
  /** Part of the id or the title. */
  directive: string;
  status: (typeof directiveStatuses)[number][];
  priority: (typeof priorities)[number][];
  /** Target applications. */
  app: string[];
  /** Of the newest session; alike the type. */
  session: (typeof sessionStates)[number][];
  type: (typeof implementationTypes)[number][];
};
export type DirectiveQuery = DirectiveFilters & {
  sort: SortSlug;
  view: string;
  after: Cursor | null;
};

/** Whatever the address says, a query that works, and in words what was left out of it. */
export function parseDirectiveQuery(params: SearchParams): {
  query: DirectiveQuery;
  notices: string[];
} {
  const address = readAddress(params);
  const sort = address.sort(sorts);
  const query: DirectiveQuery = {
    directive: address.search("directive"),
    status: address.oneOf("status", directiveStatuses),
    priority: address.oneOf("priority", priorities),
    app: address.names("app", "applications"),
    session: address.oneOf("session", sessionStates, "a session status"),
    type: address.oneOf("type", implementationTypes),
    sort,
    view: address.view(),
    after: address.cursor(sort, sorts[sort], directiveId),
  };
  return { query, notices: address.notices };
}

type Asked = Partial<DirectiveFilters> & { sort?: SortSlug };

/** What the address of such a list holds, by name. What is as usual is left out. */
export function directiveEntries(query: Asked) {
  const { directive, status, priority, app, session, type } = query;
  const sort = query.sort === "recent" ? "" : query.sort;
  return addressEntries({ directive, status, priority, app, session, type, sort });
}

/** The address of a list; `after` is a cursor as `cutPage` gives it. */
export function directivesHref(query: Asked & { view?: string; after?: string } = {}): string {
  const { view, after } = query;
  return listAddress("/directives", [
    ...directiveEntries(query),
    ...addressEntries({ view, after }),
  ]);
}

/** The address of one. Ids are the agents' text. */
export function directiveHref(id: string): string {
  return `/directives/${encodeURIComponent(id)}`;
}

/** What that part of the path names; null where it is no id: the router hands it over as it stands. */
export function idOfPath(part: string): string | null {
  try {
    const id = decodeURIComponent(part);
    return id.length <= ID_LIMIT && !id.includes("\0") ? id : null;
  } catch {
    return null;
  }
}

export function isFiltered({ sort: _, ...filters }: DirectiveQuery): boolean {
  return directiveEntries(filters).length > 0;
}
