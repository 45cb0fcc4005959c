import { z } from "zod";
import { plain } from "./domain/attempt-lists";
import { count } from "./format";
import { addressEntries, addressOf, type SearchParams } from "./query";

/** As many as fit side by side. */
export const COMPARED = 4;

/** Sessions named in the address, repeated or with commas, and in words what was left out. */
export function parseCompared({ ids }: SearchParams): { ids: string[]; notices: string[] } {
  const notices: string[] = [];
  const named = [ids ?? []]
    .flat()
    .flatMap((value) => value.split(","))
    .map((value) => value.trim().toLowerCase())
    .filter(Boolean);
  const wrong = named.find((id) => !z.guid().safeParse(id).success);
  if (wrong !== undefined) {
    notices.push(`The address names something that is no session (${plain(wrong)}): left out.`);
  }
  const known = named.filter((id) => z.guid().safeParse(id).success);
  const each = [...new Set(known)];
  if (each.length < known.length) {
    notices.push("The address names a session more than once: it stands here once.");
  }
  if (each.length > COMPARED) {
    notices.push(
      `${count(each.length, "session")} were chosen and ${COMPARED} fit side by side: these are the first ${COMPARED}. Choose fewer to see others.`,
    );
  }
  return { ids: each.slice(0, COMPARED), notices };
}

export function compareHref(ids: string[]): string {
  return addressOf("/sessions/compare", addressEntries({ ids }));
}
