import { z } from "zod";
import { type Cursor, decodeCursor, type IdColumn, type Sort } from "./keyset";
import { isFindable, wordsOf } from "./words";

export type SearchParams = Record<string, string | string[] | undefined>;

/** Both ends count; null: no bound. */
export type Range = { from: number | null; to: number | null };

/** Days of an address, "2026-11-16", both inclusive; "": no bound. */
export type Days = { from: string; to: string };

const TEXT_LIMIT = 100;
const NAMES_LIMIT = 20;
/** As much of a name as cards keep. */
const NAME_LIMIT = 200;
const WORDS_LIMIT = 10;

/**
 * Reads what the address of a list asks for. Whatever it says, each method gives a value that
 * works, "" or [] where nothing (or nothing usable) was asked, and adds to `notices` in words what
 * it left out.
 */
export function readAddress(params: SearchParams) {
  const notices: string[] = [];
  const all = (name: string) => [params[name] ?? []].flat().filter(Boolean);
  const clean = (value: string) => value.replace(/\p{Cc}/gu, " ").trim();

  /** Those of the known values that were asked for, in the order of the known. */
  function oneOf<T extends string>(name: string, known: readonly T[], words = `a ${name}`): T[] {
    const given = new Set(all(name));
    const unknown = [...given].filter((value) => !(known as readonly string[]).includes(value));
    if (unknown.length > 0) {
      notices.push(
        `The address asked for ${words} that Exhibit does not know (${shorten(unknown)}); it was left out.`,
      );
    }
    return known.filter((value) => given.has(value));
  }

  function text(name: string, words = name): string {
    const value = clean(all(name)[0] ?? "");
    if (value.length <= TEXT_LIMIT) return value;
    notices.push(`The ${words} asked for was longer than ${TEXT_LIMIT} characters and was cut.`);
    return [...value].slice(0, TEXT_LIMIT).join("");
  }

  function day(name: string): string {
    const value = all(name)[0] ?? "";
    if (value === "" || (z.iso.date().safeParse(value).success && value >= "0001")) return value;
    notices.push(
      `The address asked for a day that there is not (${shorten([value])}); it was left out.`,
    );
    return "";
  }

  return {
    notices,
    oneOf,
    text,

    /** The first of the known values that was asked for, where only one makes sense. */
    first<T extends string>(name: string, known: readonly T[], words?: string): T | "" {
      return oneOf(name, known, words)[0] ?? "";
    },

    /** Words, one of which at least is long enough for an index to find it. */
    search(name: string): string {
      const words = wordsOf(text(name, "search"));
      const value = words.slice(0, WORDS_LIMIT).join(" ");
      if (words.length > WORDS_LIMIT) {
        notices.push(`Search takes ${WORDS_LIMIT} words at most; the others were left out.`);
      }
      if (value === "" || isFindable(value)) return value;
      notices.push(`Search takes three characters or more (${value}); it was left out.`);
      return "";
    },

    /** Names that only the database knows. */
    names(name: string, words: string): string[] {
      const given = [...new Set(all(name).map(clean))].filter(Boolean);
      const taken = given.filter((value) => value.length <= NAME_LIMIT).slice(0, NAMES_LIMIT);
      if (taken.length < given.length) {
        notices.push(`The address asked for too many or too long ${words}; some were left out.`);
      }
      return taken;
    },

    /** Days that there are, of the years 1 to 9999, by the names of both. */
    days(first: string, last: string): Days {
      const [from, to] = [day(first), day(last)];
      if (!from || !to || from <= to) return { from, to };
      notices.push(
        `The days asked for begin after their end (${from}, ${to}); they were left out.`,
      );
      return { from: "", to: "" };
    },

    /** "quality-from" and "quality-to", whole numbers from 0 to 100. */
    range(name: string): Range {
      const [from, to] = ["from", "to"].map((end) => {
        const value = clean(all(`${name}-${end}`)[0] ?? "");
        if (value === "") return null;
        if (/^\d{1,3}$/.test(value) && Number(value) <= 100) return Number(value);
        notices.push(
          `The ${name} asked for (${shorten([value])}) is no whole number from 0 to 100; it was left out.`,
        );
        return null;
      }) as [number | null, number | null];
      if (from === null || to === null || from <= to) return { from, to };
      notices.push(`The ${name} asked for begins above its end; it was left out.`);
      return { from: null, to: null };
    },

    flag(name: string): boolean {
      return oneOf(name, ["1"], `a value of ${name}`).length > 0;
    },

    /** The saved view that was opened, if its address is right; whose it is, the database knows. */
    view(): string {
      const asked = all("view")[0] ?? "";
      return z.guid().safeParse(asked).success ? asked : "";
    },

    /** A slug of the table of sorts, its first where none was asked for. */
    sort<S extends string>(sorts: Record<S, Sort>): S {
      const asked = all("sort")[0];
      const [usual] = Object.keys(sorts) as S[];
      if (asked !== undefined && Object.hasOwn(sorts, asked)) return asked as S;
      if (asked !== undefined) {
        notices.push(
          `The address asked for a sort that Exhibit does not know (${shorten([asked])}); showing ${sorts[usual as S].words}.`,
        );
      }
      return usual as S;
    },

    cursor(sort: string, { kind }: Sort, id: IdColumn): Cursor | null {
      const asked = all("after")[0];
      if (asked === undefined) return null;
      const cursor = decodeCursor(asked, sort, kind, id.kind);
      if (!cursor) {
        notices.push(
          "The place in the list that the address asked for is gone; showing its start.",
        );
      }
      return cursor;
    },
  };
}

type Value = string | boolean | readonly string[] | null | undefined;

/** For `addressEntries`: what `range` reads. */
export function rangeEntries(name: string, range: Range | undefined): Record<string, string> {
  const text = (end: number | null | undefined) =>
    end === null || end === undefined ? "" : `${end}`;
  return { [`${name}-from`]: text(range?.from), [`${name}-to`]: text(range?.to) };
}

/** What an address holds of these, in their order: nothing of what is empty or false. */
export function addressEntries(values: Record<string, Value>): [name: string, value: string][] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === true) return [[name, "1"]];
    if (!value) return [];
    return [value].flat().map((each) => [name, each] as [string, string]);
  });
}

export function addressOf(path: string, entries: [name: string, value: string][]): string {
  const text = new URLSearchParams(entries).toString();
  return text ? `${path}?${text}` : path;
}

/** The address of a list. One that holds nothing opens the person's default view, so this says "all". */
export function listAddress(path: string, entries: [name: string, value: string][]): string {
  return addressOf(path, entries.length > 0 ? entries : [["view", "all"]]);
}

/** What comes after the "?" of an address, as a page is given it. */
export function paramsOf(query: string): SearchParams {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]));
}

function shorten(values: string[]): string {
  const text = values.join(", ").replace(/\p{Cc}/gu, " ");
  return text.length > 40 ? `${[...text].slice(0, 40).join("")}…` : text;
}
