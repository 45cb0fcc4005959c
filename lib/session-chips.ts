import { reasonWords } from "./domain/reasons";
import { domains } from "./domain/scores";
import type { Outcome } from "./domain/sub-agents";
import { dayRange, humanize } from "./format";
import type { SessionFilters } from "./search-params";

const outcomeWords: Record<Outcome, string> = {
  FAIL: "failed",
  ERROR: "ended in an error",
  REVIEW_REQUIRED: "to review",
  WARNING: "warned",
  PASS: "passed",
};

export type Chip = { words: string; without: Partial<SessionFilters> };

/** The filters that the form has no control for, in words, and what the query is without each. */
export function chipsOf(query: SessionFilters): Chip[] {
  const { sd, from, to, endedFrom, endedTo, stale, waiting, reason, agent, open, scored } = query;
  const [type = "", outcome] = agent.split(":");
  const chips: (Chip | false)[] = [
    sd !== "" && { words: `only ${sd}`, without: { sd: "" } },
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
    ...reason.map((code) => ({
      words: reasonWords(code),
      without: { reason: reason.filter((each) => each !== code) },
    })),
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
