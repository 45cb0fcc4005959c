import { humanize } from "@/lib/format";

/** Longer texts are shown and not edited: a form has room for one megabyte. */
export const TEXT_LIMIT = 50_000;

/** Text for a text area; null where it is too long for one. */
export const editable = (text: string | null): string | null =>
  (text ?? "").length <= TEXT_LIMIT ? (text ?? "") : null;

/** Text for a field of one line, which takes line breaks out of what it is given. */
export const oneLine = (text: string | null): string =>
  (text ?? "").replace(/[\r\n]+/g, " ").trim();

/** What may be chosen of a free text, and what stands there already if it is none of these. */
export function choices(known: readonly string[], present: string) {
  const all = known.includes(present) || present === "" ? known : [present, ...known];
  return all.map((value) => ({ value, label: labelOf(value, known) }));
}

/** Only what we know is put into our own words. */
const labelOf = (value: string, known: readonly string[]) =>
  known.includes(value) ? humanize(value) : value;
