import { measures } from "@/lib/domain/history";
import type { Scope } from "@/lib/domain/overview-query";
import { domains } from "@/lib/domain/scores";
import { typeWord } from "@/lib/domain/session";
import { unwrap } from "@/lib/errors";
import { humanize } from "@/lib/format";
import type { ReaderClient } from "@/lib/supabase/server";
import { argumentsOf } from "./overview";

/** Mean of reviewer's minus agent's score, and of how many scores. */
export type Difference = { name: string; cases: number; difference: number };
/** How often people decided against what a sub-agent had found, and of how many. */
export type Overturned = { name: string; cases: number; overturned: number };
export type Judgement = Awaited<ReturnType<typeof readJudgement>>;

const agentWords = (type: string) => (type === "OTHER" ? "Other types" : humanize(type));
const words: Record<string, (name: string) => string> = {
  domain: (name) => domains.find(({ key }) => measures[key] === `${name}_score`)?.label ?? name,
  type: typeWord,
  sub_agent: agentWords,
};

/** Where people and agents differ, in the sessions that started in this period. @throws {BackendError} */
export async function readJudgement(client: ReaderClient, scope: Scope) {
  const [scores, overturned] = await Promise.all([
    client.rpc("overview_review_scores", argumentsOf(scope)).then(unwrap),
    client.rpc("overview_overturned", argumentsOf(scope)).then(unwrap),
  ]);
  const of = (group: string): Difference[] =>
    scores
      .filter(({ grouped_by }) => grouped_by === group)
      .map(({ name, cases, difference }) => ({
        name: words[group]?.(name) ?? name,
        cases,
        difference,
      }))
      .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return {
    domains: of("domain"),
    types: of("type"),
    subAgents: of("sub_agent"),
    overturned: overturned
      .map(({ sub_agent_type, ...counts }): Overturned => {
        return { name: agentWords(sub_agent_type), ...counts };
      })
      .toSorted((a, b) => b.overturned / b.cases - a.overturned / a.cases || b.cases - a.cases),
  };
}
