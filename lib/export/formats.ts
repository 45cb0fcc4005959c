import { type Card, columns } from "./columns";
import { csvLine } from "./csv";

export const formats = ["csv", "json"] as const;
export type Format = (typeof formats)[number];

type Writer = {
  type: string;
  head: string;
  /** `first`: whether nothing was written before it. */
  row: (card: Card, now: number, first: boolean) => string;
  foot: string;
};

/** What is written before, for each, and after. Without its end a file of JSON is not valid. */
export const writers: Record<Format, Writer> = {
  csv: {
    type: "text/csv; charset=utf-8",
    // Spreadsheets know by the mark that it is UTF-8.
    head: `\uFEFF${csvLine(columns.map(({ name }) => name))}`,
    row: (card, now) => csvLine(columns.map(({ of }) => of(card, now))),
    foot: "",
  },
  json: {
    type: "application/json; charset=utf-8",
    head: "[",
    row: (card, now, first) => {
      const entries = columns.map(({ key, of }) => [key, of(card, now)]);
      return `${first ? "" : ","}\n${JSON.stringify(Object.fromEntries(entries))}`;
    },
    foot: "\n]\n",
  },
};
