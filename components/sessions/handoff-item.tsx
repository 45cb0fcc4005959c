import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { JsonTree } from "@/components/ui/json-tree";
import { Prose } from "@/components/ui/prose";
import { SafeLink } from "@/components/ui/safe-link";
import { Time } from "@/components/ui/time";
import type { Handoff } from "@/lib/data/session";
import { isBlank } from "@/lib/domain/json-tree";
import { cutText } from "@/lib/format";

const trees = [
  ["quality_metrics", "Quality metrics"],
  ["test_results", "Test results"],
  ["performance_benchmarks", "Performance benchmarks"],
  ["security_validation", "Security validation"],
  ["accessibility_compliance", "Accessibility compliance"],
] as const;

const links = [
  ["demo_url", "Demo"],
  ["documentation_url", "Documentation"],
  ["test_report_url", "Test report"],
] as const;

const times = [
  ["prepared_at", "prepared"],
  ["sent_at", "sent"],
  ["response_at", "answered"],
] as const;

const lists = [
  ["deliverables_manifest", "Deliverables"],
  ["known_issues", "Known issues"],
] as const;

type Props = { handoff: Handoff; children?: ReactNode };

export function HandoffItem({ handoff, children }: Props) {
  return (
    <li className="py-2 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-muted text-xs">
        <Badge tone={handoff.handoff_status === "rejected" ? "needs" : "neutral"}>
          {handoff.handoff_status}
        </Badge>
        {times.map(([key, word]) => {
          const at = handoff[key];
          return (
            at && (
              <span key={key}>
                {word} <Time at={at} />
              </span>
            )
          );
        })}
        {links.map(([key, word]) => {
          const url = handoff[key];
          return (
            url && (
              <SafeLink key={key} url={url}>
                {word}
              </SafeLink>
            )
          );
        })}
      </p>
      <Prose text={handoff.implementation_summary} className="mt-1" />
      {handoff.post_implementation_notes && (
        <Prose text={handoff.post_implementation_notes} className="mt-1 text-muted text-xs" />
      )}
      {lists.map(([key, title]) => {
        const entries = handoff[key] ?? [];
        return (
          entries.length > 0 && (
            <div key={key} className="mt-2 text-xs">
              <h3 className="font-medium">{title}</h3>
              <ul className="list-disc pl-5">
                {entries.slice(0, 100).map((text, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand there twice
                  <li key={index} dir="auto">
                    {cutText(text ?? "", 500).head}
                  </li>
                ))}
              </ul>
              {entries.length > 100 && <p className="text-muted">… {entries.length - 100} more</p>}
            </div>
          )
        );
      })}
      {trees.map(
        ([key, title]) =>
          !isBlank(handoff[key] ?? null) && (
            <details key={key} className="mt-1 text-xs">
              <summary className="text-accent">{title}</summary>
              <JsonTree value={handoff[key]} small />
            </details>
          ),
      )}
      {children}
    </li>
  );
}
