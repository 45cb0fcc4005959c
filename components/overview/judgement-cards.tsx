import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { Difference, Judgement } from "@/lib/data/overview-reviews";
import { differenceFinding, differenceWords, overturnedFinding } from "@/lib/domain/judgement";
import { formatNumber } from "@/lib/format";

/** Where people and agents differ: how far agents' scores and sub-agents' results can be relied on. */
export function JudgementCards({ judgement }: { judgement: Judgement }) {
  const { domains, types, subAgents, overturned } = judgement;
  return (
    <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
      <Card id="differences" title={differenceFinding(domains)}>
        <p className="text-muted text-xs">
          Reviewers’ own scores against those of the session at that moment, in the sessions that
          started in this period, of the newest 1,000 verdicts and comments. Cases are scores that
          both gave.
        </p>
        {domains.length > 0 && (
          <Table head={["", "Reviewers’ scores", "Cases"]}>
            <Rows name="Domain" differences={domains} />
            <Rows name="Type" differences={types} />
            <Rows name="With a result of" differences={subAgents} />
          </Table>
        )}
      </Card>
      <Card id="overturned" title={overturnedFinding(overturned)}>
        <p className="text-muted text-xs">
          A result is overturned when it passed and changes were requested, or failed and the
          session was approved. The newest verdict of each session counts, of the newest 1,000.
        </p>
        {overturned.length > 0 && (
          <Table head={["Sub-agent", "Overturned", "Cases"]}>
            <tbody>
              {overturned.map((agent) => (
                <Row
                  key={agent.name}
                  name={agent.name}
                  value={`${Math.round((100 * agent.overturned) / agent.cases)} % (${formatNumber(agent.overturned)})`}
                  cases={agent.cases}
                />
              ))}
            </tbody>
          </Table>
        )}
      </Card>
    </div>
  );
}

function Table({ head, children }: { head: [string, string, string]; children: ReactNode }) {
  return (
    <table className="mt-2 w-full">
      <thead className="text-left text-muted text-xs">
        <tr>
          {head.map((word, index) => (
            <th key={word} scope="col" className={`py-1 font-medium ${index ? "text-right" : ""}`}>
              {word || <span className="sr-only">Group</span>}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

function Rows({ name, differences }: { name: string; differences: Difference[] }) {
  if (differences.length === 0) return null;
  return (
    <tbody>
      <tr className="border-line border-t">
        <th scope="rowgroup" colSpan={3} className="pt-2 text-left font-medium text-muted text-xs">
          {name}
        </th>
      </tr>
      {differences.map((each) => (
        <Row
          key={each.name}
          name={each.name}
          value={differenceWords(each.difference)}
          cases={each.cases}
        />
      ))}
    </tbody>
  );
}

function Row({ name, value, cases }: { name: string; value: string; cases: number }) {
  return (
    <tr>
      <th scope="row" className="py-1 text-left font-normal">
        <bdi>{name}</bdi>
      </th>
      <td className="py-1 text-right">{value}</td>
      <td className="py-1 text-right text-muted">{formatNumber(cases)}</td>
    </tr>
  );
}
