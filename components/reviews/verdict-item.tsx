import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { Review } from "@/lib/data/reviews";
import { domains } from "@/lib/domain/scores";
import { verdictTitles } from "@/lib/domain/timeline";
import { LinkedText } from "./linked-text";

const tones = { approve: "excellent", request_changes: "moderate" } as const;

export function VerdictItem({ review }: { review: Review }) {
  const { verdict, by, at, body, blind, scores, agentScores, changedSince } = review;
  const given = domains.filter(({ key }) => scores[key] !== null);
  return (
    <li className="py-2 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Badge tone={tones[verdict as keyof typeof tones] ?? "neutral"}>
          {verdictTitles[verdict] ?? verdict}
        </Badge>
        <span className="text-muted text-xs">
          by <bdi>{by}</bdi>, <Time at={at} exact />
        </span>
      </p>
      {body && <LinkedText text={body} />}
      {given.length > 0 && (
        <ul aria-label={`Scores of ${by}`} className="mt-1 flex flex-wrap gap-x-4 text-xs">
          {given.map(({ key, label }) => (
            <li key={key}>
              {label} <b className="font-semibold">{scores[key]}</b>{" "}
              <span className="text-muted">agent {agentScores[key] ?? "not scored"}</span>
            </li>
          ))}
          {blind && <li className="text-muted">given before the agent’s were seen</li>}
        </ul>
      )}
      {verdict !== "comment" && changedSince.length > 0 && (
        <p className="mt-1 text-moderate-ink text-xs">
          Given on an earlier state. Changed since: {changedSince.join(", ")}.
        </p>
      )}
    </li>
  );
}
