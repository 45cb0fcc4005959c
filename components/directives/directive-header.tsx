import Link from "next/link";
import { Allowed } from "@/components/ui/allowed";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Prose } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import { BackLink } from "@/components/visits/back-link";
import type { Directive } from "@/lib/data/directive";
import { statusWords } from "@/lib/domain/directive";
import { directiveHref } from "@/lib/domain/directive-query";
import { humanize } from "@/lib/format";
import { DirectiveStatus, Priority } from "./directive-badges";

/** What it is, how it stands, and what was agreed about it. */
export function DirectiveHeader({ directive }: { directive: Directive }) {
  const { id, title, application, category, type, phase, created, updated } = directive;
  const texts = Object.entries(directive.texts).filter(([, text]) => text.trim());
  return (
    <div className="mb-4">
      <BackLink to="/directives" />
      <PageHeader
        title={
          <>
            <bdi className="mr-2 text-muted">{id}</bdi>{" "}
            <bdi className="line-clamp-4" title={title}>
              {title}
            </bdi>
          </>
        }
      />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
        <DirectiveStatus status={directive.status} />
        <Priority priority={directive.priority} />
        <span>{application ? <bdi>{application}</bdi> : "no application named"}</span>
        <bdi>{category}</bdi>
        {type && type !== category && <bdi>{type}</bdi>}
        {phase && (
          <span>
            phase <bdi>{phase}</bdi>
          </span>
        )}
        <Stamp word="created" {...created} />
        <Stamp word="changed" {...updated} />
      </p>
      <Prds id={id} prds={directive.prds} />
      {texts.length > 0 && (
        <details className="mt-2 max-w-prose">
          <summary className="w-fit rounded text-accent">
            {humanize(texts.map(([name]) => name.toLowerCase()).join(", "))}
          </summary>
          {texts.map(([name, text]) => (
            <section key={name} className="mt-2">
              <h2 className="font-medium text-xs">{name}</h2>
              <Prose text={text} />
            </section>
          ))}
        </details>
      )}
    </div>
  );
}

function Stamp({ word, at, by }: { word: string; at: string | null; by: string | null }) {
  if (!at) return null;
  return (
    <span>
      {word} <Time at={at} />
      {by && (
        <>
          {" "}
          by <bdi>{by}</bdi>
        </>
      )}
    </span>
  );
}

function Prds({ id: sd, prds }: Pick<Directive, "id" | "prds">) {
  if (prds.length === 0) {
    return <p className="mt-2 text-muted">No PRD is written for this directive yet.</p>;
  }
  return (
    <ul aria-label="PRD" className="mt-2 grid gap-1">
      {prds.map(({ id, title, status, approvedBy, approvedAt }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-2">
          <span>
            <span className="text-muted">PRD</span> <bdi className="font-medium">{id}</bdi>
          </span>
          <Badge tone={status === "approved" ? "excellent" : "neutral"}>
            <bdi>{statusWords(status)}</bdi>
          </Badge>
          <span className="text-muted text-xs">
            {approvedBy || approvedAt ? (
              <>
                approved {approvedBy && <>by </>}
                {approvedBy && <bdi>{approvedBy}</bdi>} {approvedAt && <Time at={approvedAt} />}
              </>
            ) : (
              "no approval recorded"
            )}
          </span>
          <bdi className="line-clamp-2 text-muted text-xs" title={title}>
            {title}
          </bdi>
          <Allowed least="reviewer">
            <Link
              href={`${directiveHref(sd)}/prd?id=${encodeURIComponent(id)}`}
              prefetch={false}
              className="text-accent text-xs underline underline-offset-2"
            >
              Edit<span className="sr-only"> {id}</span>
            </Link>
          </Allowed>
        </li>
      ))}
    </ul>
  );
}
