import type { Attempt } from "./attempts";
import {
  evidenceRows,
  gateRows,
  measureRows,
  sessionRows,
  subAgentRows,
  timeRows,
} from "./comparison-rows";
import type { Gate } from "./gates";

/** What stands in a cell; two that are equal here do not differ. */
export type Value =
  | { kind: "words"; words: string }
  | { kind: "score"; score: number | null }
  | { kind: "status"; status: string; stale: boolean }
  | { kind: "gate"; state: Gate["state"] | "none"; score: number | null }
  | { kind: "time"; at: string | null }
  | { kind: "list"; items: string[] }
  /** Counts in words, of files that may be others though they are as many. */
  | { kind: "files"; words: string; urls: string[] };

export type Cell = {
  value: Value;
  /** How it stands to the first column. */
  note?: string;
  /** The only or one of the best, where others are worse. */
  best?: boolean;
};

/** One cell for each session. */
export type Row = { label: string; cells: Cell[] };
/** `more` rows are left out of it. */
export type Group = { title: string; rows: Row[]; more: number };

/** A page of names is more than anybody compares. */
const MOST = 100;

/** All that is compared, apart by whether the sessions differ in it. */
export function comparison(attempts: Attempt[]): { differing: Group[]; same: Group[] } {
  const groups = [
    { title: "Session", rows: sessionRows(attempts) },
    { title: "Scores", rows: measureRows(attempts) },
    { title: "Gates and checkpoints", rows: gateRows(attempts) },
    { title: "Sub-agents", rows: subAgentRows(attempts) },
    { title: "Evidence", rows: evidenceRows(attempts) },
    { title: "Time", rows: timeRows(attempts) },
  ];
  const having = (differs: boolean) =>
    groups
      .map(({ title, rows }) => ({ title, rows: rows.filter((row) => isMixed(row) === differs) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, rows }) => ({
        title,
        rows: rows.slice(0, MOST),
        more: Math.max(0, rows.length - MOST),
      }));
  return { differing: having(true), same: having(false) };
}

function isMixed({ cells }: Row): boolean {
  return new Set(cells.map(({ value }) => JSON.stringify(value))).size > 1;
}

/** What a column is called for short. */
export const letter = (index: number) => String.fromCharCode(65 + index);
