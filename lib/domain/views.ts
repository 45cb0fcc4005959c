import { paramsOf, type SearchParams } from "@/lib/query";
import { parseSessionQuery, sessionEntries } from "@/lib/search-params";
import { directiveEntries, parseDirectiveQuery } from "./directive-query";

/** The lists of which views are kept, by their paths. */
export const viewLists = ["sessions", "directives"] as const;
export type ViewList = (typeof viewLists)[number];

/** How a person wants to see a list again. */
export type SavedView = { id: string; name: string; query: string; isDefault: boolean };

const entriesOf = {
  sessions: (params: SearchParams) => sessionEntries(parseSessionQuery(params).query),
  directives: (params: SearchParams) => directiveEntries(parseDirectiveQuery(params).query),
} satisfies Record<ViewList, unknown>;

/** What the address of a list asks for, in one form, as a view keeps it. All else is left out. */
export function viewQuery(list: ViewList, params: SearchParams): string {
  return new URLSearchParams(entriesOf[list](params)).toString();
}

/** Where a view is shown. What is kept is not trusted: it is read as any address is. */
export function viewHref(list: ViewList, { id, query }: Pick<SavedView, "id" | "query">): string {
  return `/${list}?${new URLSearchParams([...entriesOf[list](paramsOf(query)), ["view", id]])}`;
}
