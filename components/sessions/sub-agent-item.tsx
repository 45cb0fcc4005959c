import { Badge, type Tone } from "@/components/ui/badge";
import { JsonTree } from "@/components/ui/json-tree";
import { Prose } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import { isBlank } from "@/lib/domain/json-tree";
import type { Outcome, SubAgentResult } from "@/lib/domain/sub-agents";
import { cutText, formatEffort, humanize } from "@/lib/format";

const tones: Record<Outcome, Tone> = {
  PASS: "excellent",
  WARNING: "moderate",
  REVIEW_REQUIRED: "good",
  FAIL: "needs",
  ERROR: "needs",
};

const sources = {
  session: "in the session",
  activation: "activation",
  both: "activation, and in the session",
} as const;

export function SubAgentItem({ result }: { result: SubAgentResult }) {
  const { type, outcome, status, severity, score, reason, summary, recommendations, at } = result;
  return (
    <li className="py-2 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Badge tone={outcome ? tones[outcome] : "neutral"}>
          <bdi>{outcome ? outcome.toLowerCase().replace("_", " ") : (status ?? "no status")}</bdi>
        </Badge>
        <bdi className="font-medium">{type ? humanize(type) : "Sub-agent of no known type"}</bdi>
        {severity && (
          <span className="text-xs">
            <bdi>{severity.toLowerCase()}</bdi> severity
          </span>
        )}
        <span className="text-muted text-xs">
          {score === null ? "not scored" : `score ${score}`}
        </span>
        <span className="text-muted text-xs">
          {sources[result.source]}
          {at && (
            <>
              , <Time at={at} />
            </>
          )}
          {result.took !== null && `, took ${formatEffort(result.took)}`}
        </span>
      </p>
      {summary && <Prose text={summary} className="mt-1" />}
      {reason && (
        <p className="text-muted text-xs">
          Called because: <bdi>{cutText(reason, 500).head}</bdi>
        </p>
      )}
      {recommendations.length > 0 && (
        <ul aria-label="Recommendations" className="mt-1 list-disc pl-5 text-xs">
          {recommendations.slice(0, 50).map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same advice may be given twice
            <li key={index} dir="auto">
              {cutText(text, 500).head}
            </li>
          ))}
        </ul>
      )}
      {!isBlank(result.rest) && (
        <details className="mt-1 text-xs">
          <summary className="text-accent">What else it reported</summary>
          <JsonTree value={result.rest} small />
        </details>
      )}
    </li>
  );
}
