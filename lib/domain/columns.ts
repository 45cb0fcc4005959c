/** What the list of sessions may show of each besides its directive, in the order of its columns. */
const words = {
  status: "Status",
  type: "Type",
  quality: "Quality",
  scores: "Scores of the four domains",
  progress: "Progress",
  coverage: "Test coverage",
  gates: "Gates",
  evidence: "Evidence",
  verdict: "Verdict",
  started: "Started",
  took: "Took",
  prd: "PRD",
  orchestrator: "Orchestrator",
} as const;

export type Column = keyof typeof words;
export const columns = Object.keys(words) as Column[];
export const columnWord = (column: Column): string => words[column];

const rare: readonly Column[] = ["verdict", "prd", "orchestrator"];
const usual = columns.filter((column) => !rare.includes(column));

/** What a cookie keeps of them; undefined where nobody chose. What it does not know is left out. */
export function columnsOf(kept: string | undefined): Column[] {
  if (kept === undefined) return usual;
  const names = kept.split(".");
  return columns.filter((column) => names.includes(column));
}

/** Never empty, which would look like no choice. */
export const keptColumns = (chosen: readonly Column[]): string =>
  ["directive", ...chosen].join(".");
