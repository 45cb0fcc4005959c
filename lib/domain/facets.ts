import { formatUpTo } from "@/lib/format";

/** How many sessions a value of a filter would show, in words; null where that is not known. */
export type Facets = (name: string, value: string) => string | null;

type Row = { name: string; value: string | null; sessions: number; more: boolean };

/**
 * Of the rows of `session_facets`: "12" of all there are, "12+" of the first few thousand, and no
 * further than "1,000+".
 */
export function facetsOf(rows: Row[]): Facets {
  const byKey = new Map(rows.map((row) => [`${row.name} ${row.value}`, row]));
  return (name, value) => {
    const all = byKey.get(`${name} null`);
    const sessions = byKey.get(`${name} ${value}`)?.sessions ?? 0;
    if (!all || (all.more && sessions === 0)) return null;
    return all.more && sessions <= 1000 ? `${sessions}+` : formatUpTo(sessions, 1000);
  };
}
