import { Card } from "@/components/ui/card";
import type { Session } from "@/lib/data/session";
import { outcomes } from "@/lib/domain/sub-agents";
import { RecordActivation } from "./record-activation";
import { SubAgentItem } from "./sub-agent-item";

const SHOWN = 10;
const MOST = 200;

export function SubAgentsCard({ session: { id, subAgents } }: { session: Session }) {
  const head = subAgents.slice(0, SHOWN);
  const rest = subAgents.slice(SHOWN, MOST);
  const known = outcomes.map((outcome) => ({
    word: outcome.toLowerCase().replace("_", " "),
    number: subAgents.filter((result) => result.outcome === outcome).length,
  }));
  const other = { word: "other", number: subAgents.filter(({ outcome }) => !outcome).length };
  const aside = [...known, other]
    .filter(({ number }) => number > 0)
    .map(({ word, number }) => `${number} ${word}`)
    .join(", ");
  const items = (results: typeof subAgents) => (
    <ul className="divide-y divide-line">
      {results.map((result, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a result has no name of its own
        <SubAgentItem key={index} result={result} />
      ))}
    </ul>
  );
  return (
    <Card title="Sub-agents" aside={aside}>
      {subAgents.length === 0 ? (
        <p className="text-muted">No sub-agent has reported on this session.</p>
      ) : (
        items(head)
      )}
      {rest.length > 0 && (
        <details className="mt-2 border-line border-t pt-2">
          <summary className="text-accent">{rest.length} more</summary>
          <div className="mt-2">{items(rest)}</div>
        </details>
      )}
      {subAgents.length > MOST && (
        <p className="mt-2 text-muted">
          {subAgents.length - MOST} more are not shown; the whole list is under Details.
        </p>
      )}
      <RecordActivation session={id} />
    </Card>
  );
}
