import { reasonWords } from "./domain/reasons";
import { bandWord, domains } from "./domain/scores";
import { evidenceWord, typeWord, verdictWord } from "./domain/session";
import type { Outcome } from "./domain/sub-agents";
import { dayRange, humanize } from "./format";
import type { Range } from "./query";
import type { SessionFilters } from "./search-params";

const outcomeWords: Record<Outcome, string> = {
  FAIL: "failed",
  ERROR: "ended in an error",
  REVIEW_REQUIRED: "to review",
  WARNING: "warned",
  PASS: "passed",
};

export type Chip = { words: string; without: Partial<SessionFilters> };

const anyRange = { from: null, to: null };

/** Every filter in words, one for each value, and what the query is without it. */
export function chipsOf(query: SessionFilters): Chip[] {
  const { q, sd, from, to, endedFrom, endedTo, stale, waiting, agent, open, scored } = query;
  const { quality, coverage, progress, evidence } = query;
  const [type = "", outcome] = agent.split(":");
  const chips: (Chip | false)[] = [
    q !== "" && { words: `contains ${q}`, without: { q: "" } },
    sd !== "" && { words: `only ${sd}`, without: { sd: "" } },
    ...each(query, "status", (status) => status),
    ...each(query, "type", typeWord),
    ...each(query, "app", (app) => `application: ${app}`),
    ...each(query, "band", (band) => `quality: ${bandWord(band)}`),
    ...each(query, "orchestrator", (name) => `orchestrator: ${name}`),
    ...each(query, "verdict", verdictWord),
    ...each(query, "reason", reasonWords),
    evidence !== "" && { words: evidenceWord(evidence), without: { evidence: "" } },
    isRange(quality) && { words: rangeWords("quality", quality), without: { quality: anyRange } },
    isRange(coverage) && {
      words: rangeWords("coverage", coverage),
      without: { coverage: anyRange },
    },
    isRange(progress) && {
      words: rangeWords("progress", progress),
      without: { progress: anyRange },
    },
    `${from}${to}` !== "" && {
      words: `started ${dayRange(from, to)}`,
      without: { from: "", to: "" },
    },
    `${endedFrom}${endedTo}` !== "" && {
      words: `ended ${dayRange(endedFrom, endedTo)}`,
      without: { endedFrom: "", endedTo: "" },
    },
    stale && { words: "stale", without: { stale: false } },
    waiting && { words: "waiting for review", without: { waiting: false } },
    agent !== "" && {
      words: `${humanize(type)} ${outcomeWords[outcome as Outcome]}`,
      without: { agent: "" },
    },
    open !== "" && { words: `required checkpoint open: ${humanize(open)}`, without: { open: "" } },
    scored !== "" && {
      words: `scored: ${domains.find(({ key }) => key === scored)?.label}`,
      without: { scored: "" },
    },
  ];
  return chips.filter((chip) => chip !== false);
}

type Several = "status" | "type" | "app" | "band" | "orchestrator" | "verdict" | "reason";

function each<N extends Several>(
  query: SessionFilters,
  name: N,
  word: (value: SessionFilters[N][number]) => string,
): Chip[] {
  const values: readonly SessionFilters[N][number][] = query[name];
  return values.map((value) => ({
    words: word(value),
    without: { [name]: values.filter((other) => other !== value) },
  }));
}

const isRange = ({ from, to }: Range) => from !== null || to !== null;

/** "quality 60 – 80", "progress from 50", "coverage up to 20" */
function rangeWords(name: string, { from, to }: Range): string {
  if (from === null) return `${name} up to ${to}`;
  return to === null ? `${name} from ${from}` : `${name} ${from} – ${to}`;
}
