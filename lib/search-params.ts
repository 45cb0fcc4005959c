import { z } from "zod";
import { implementationTypes, type Status, statuses } from "./domain/session";
import { type Cursor, decodeCursor, type KeyKind } from "./keyset";

type Sort = { column: SortColumn; ascending: boolean; kind: KeyKind; words: string };
type SortColumn = "started_at" | "quality_score" | "implementation_progress";

/** The only orders there are. The first is what one gets without asking. */
export const sorts = {
  newest: { column: "started_at", ascending: false, kind: "time", words: "newest first" },
  oldest: { column: "started_at", ascending: true, kind: "time", words: "oldest first" },
  "quality-high": {
    column: "quality_score",
    ascending: false,
    kind: "number",
    words: "best first",
  },
  "quality-low": { column: "quality_score", ascending: true, kind: "number", words: "worst first" },
  "progress-high": {
    column: "implementation_progress",
    ascending: false,
    kind: "number",
    words: "furthest first",
  },
  "progress-low": {
    column: "implementation_progress",
    ascending: true,
    kind: "number",
    words: "least progress first",
  },
} as const satisfies Record<string, Sort>;

export type SortSlug = keyof typeof sorts;
const defaultSort: SortSlug = "newest";
const TEXT_LIMIT = 100;

export type SessionQuery = {
  status: Status[];
  type: (typeof implementationTypes)[number][];
  /** Part of a directive's id or title. */
  directive: string;
  /** Exactly this directive; links use it. */
  sd: string;
  sort: SortSlug;
  after: Cursor | null;
};

export type SearchParams = Record<string, string | string[] | undefined>;
const all = (value: string | string[] | undefined) => [value ?? []].flat().filter(Boolean);

/** Whatever the address says, a query that works, and in words what was left out of it. */
export function parseSessionQuery(params: SearchParams): {
  query: SessionQuery;
  notices: string[];
} {
  const notices: string[] = [];

  function oneOf<T extends string>(name: string, known: readonly T[]): T[] {
    const given = [...new Set(all(params[name]))];
    const schema = z.enum(known);
    const unknown = given.filter((value) => !schema.safeParse(value).success);
    if (unknown.length > 0) {
      notices.push(
        `The address asked for a ${name} that Exhibit does not know (${shorten(unknown)}); it was left out.`,
      );
    }
    return known.filter((value) => given.includes(value));
  }

  function text(name: string): string {
    const value = (all(params[name])[0] ?? "").replace(/\p{Cc}/gu, " ").trim();
    if (value.length <= TEXT_LIMIT) return value;
    notices.push(`The ${name} asked for was longer than ${TEXT_LIMIT} characters and was cut.`);
    return [...value].slice(0, TEXT_LIMIT).join("");
  }

  const asked = all(params.sort)[0];
  const known = asked === undefined || Object.hasOwn(sorts, asked);
  const sort = asked !== undefined && known ? (asked as SortSlug) : defaultSort;
  if (!known) {
    notices.push(
      `The address asked for a sort that Exhibit does not know (${shorten([asked])}); showing ${sorts[sort].words}.`,
    );
  }

  const query: SessionQuery = {
    status: oneOf("status", statuses),
    type: oneOf("type", implementationTypes),
    directive: text("directive"),
    sd: text("sd"),
    sort,
    after: null,
  };
  const cursor = all(params.after)[0];
  if (cursor !== undefined) {
    query.after = decodeCursor(cursor, sort, sorts[sort].kind);
    if (!query.after) {
      notices.push("The place in the list that the address asked for is gone; showing its start.");
    }
  }
  return { query, notices };
}

/** The address of a list. What is as usual is left out. */
export function sessionsHref(query: Partial<Omit<SessionQuery, "after">> & { after?: string }) {
  const params = new URLSearchParams();
  if (query.directive) params.set("directive", query.directive);
  if (query.sd) params.set("sd", query.sd);
  for (const status of query.status ?? []) params.append("status", status);
  for (const type of query.type ?? []) params.append("type", type);
  if (query.sort && query.sort !== defaultSort) params.set("sort", query.sort);
  if (query.after) params.set("after", query.after);
  const text = params.toString();
  return text ? `/sessions?${text}` : "/sessions";
}

export function isFiltered({ status, type, directive, sd }: SessionQuery): boolean {
  return status.length > 0 || type.length > 0 || directive !== "" || sd !== "";
}

function shorten(values: string[]): string {
  const text = values.join(", ").replace(/\p{Cc}/gu, " ");
  return text.length > 40 ? `${[...text].slice(0, 40).join("")}…` : text;
}
