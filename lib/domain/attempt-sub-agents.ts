import { humanize } from "@/lib/format";
import { plain } from "./attempt-lists";
import type { Change, Direction } from "./attempts";
import { type Outcome, outcomes, type SubAgentResult } from "./sub-agents";

const UNKNOWN = "Sub-agent of no known type";

/** What each type of sub-agent came to, by the type's name in words. */
export function resultsByType(results: SubAgentResult[]): Map<string, (Outcome | null)[]> {
  const types = new Map<string, (Outcome | null)[]>();
  for (const { type, outcome } of results) {
    const name = type?.trim() ? plain(humanize(type)) : UNKNOWN;
    types.set(name, [...(types.get(name) ?? []), outcome]);
  }
  return types;
}

/** "pass", "1 fail, 2 pass" */
export function outcomeWords(found: (Outcome | null)[] = []): string {
  if (found.length === 0) return "did not run";
  const parts = [...outcomes, null].flatMap((outcome) => {
    const times = found.filter((each) => each === outcome).length;
    return times === 0 ? [] : [{ times, word: outcomeWord(outcome) }];
  });
  const [only] = parts;
  if (only && parts.length === 1 && only.times === 1) return only.word;
  return parts.map(({ times, word }) => `${times} ${word}`).join(", ");
}

function outcomeWord(outcome: Outcome | null): string {
  return outcome ? outcome.toLowerCase().replace("_", " ") : "no known outcome";
}

export function subAgentChanges(before: SubAgentResult[], after: SubAgentResult[]): Change[] {
  const [old, now] = [resultsByType(before), resultsByType(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((type) => {
    const [was, is] = [old.get(type), now.get(type)];
    const [from, to] = [outcomeWords(was), outcomeWords(is)];
    if (from === to) return [];
    const name = type === UNKNOWN ? type.toLowerCase() : `${type.toLowerCase()} sub-agent`;
    return [
      {
        what: "subAgents" as const,
        from,
        to,
        words: `${name} ${from} → ${to}`,
        direction: verdict(was, is),
      },
    ];
  });
}

/** By the worst that it came to. A sub-agent that did not run says nothing. */
function verdict(was: (Outcome | null)[] = [], is: (Outcome | null)[] = []): Direction {
  const [old, now] = [worst(was), worst(is)];
  if (old < 0 || now < 0 || old === now) return "neutral";
  return now > old ? "better" : "worse";
}

/** Its place among the outcomes, worst first; -1 without a known one. */
function worst(found: (Outcome | null)[]): number {
  return outcomes.findIndex((outcome) => found.includes(outcome));
}
