import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { None } from "@/components/ui/none";
import { Time } from "@/components/ui/time";
import type { SessionRow } from "@/lib/data/sessions";
import type { Column } from "@/lib/domain/columns";
import { domains } from "@/lib/domain/scores";
import { goesOn, typeWord, verdictWord } from "@/lib/domain/session";
import { formatDuration } from "@/lib/format";
import { Quality } from "./quality";
import { barStyle } from "./score-bar";
import { StatusBadge } from "./status";

/** A cell of each column, and of the scores four. The style knows each by its class. */
export const cells: Record<Column, (row: SessionRow) => ReactNode> = {
  status: ({ status, stale }) => (
    <td className="c-status">
      <StatusBadge status={status} stale={stale} />
    </td>
  ),
  type: ({ type }) => <td className="c-type">{typeWord(type)}</td>,
  quality: ({ quality }) => (
    <td className="c-quality">
      <Quality score={quality} />
    </td>
  ),
  scores: (row) => domains.map(({ key }) => <Score key={key} score={row.domains[key]} />),
  progress: ({ progress }) => (
    <td className="c-progress">{progress === null ? <None words="unknown" /> : `${progress} %`}</td>
  ),
  coverage: ({ coverage }) => (
    <td className="c-coverage">
      {coverage === null ? <None words="not measured" /> : `${coverage} %`}
    </td>
  ),
  gates: ({ gates }) => (
    <td className="c-gates">
      {gates.all === 0 ? <None words="no gates" /> : `${gates.met}/${gates.all}`}
    </td>
  ),
  evidence: ({ screenshots, demos }) => {
    const pictures = Math.max(screenshots.before, screenshots.after);
    return (
      <td className="c-evidence">
        {pictures + demos === 0 && <None words="no evidence" />}
        {pictures > 0 && <Evidence icon="images" number={pictures} words="screenshots" />}
        {demos > 0 && <Evidence icon="play" number={demos} words="demos" />}
      </td>
    );
  },
  verdict: ({ verdict }) => (
    <td className="c-verdict">{verdict ? verdictWord(verdict) : <None words="no verdict" />}</td>
  ),
  started: ({ startedAt }) => (
    <td className="c-started">{startedAt ? <Time at={startedAt} /> : <None words="unknown" />}</td>
  ),
  took: ({ took, status }) => (
    <td className="c-took">{took === null ? <None words="unknown" /> : spent(took, status)}</td>
  ),
  prd: ({ prd }) => <td className="c-name">{prd ? <bdi>{prd}</bdi> : <None words="no PRD" />}</td>,
  orchestrator: ({ orchestrator }) => (
    <td className="c-name">{orchestrator ? <bdi>{orchestrator}</bdi> : <None />}</td>
  ),
};

const spent = (took: number, status: string) =>
  goesOn(status) ? `open ${formatDuration(took)}` : formatDuration(took);

function Score({ score }: { score: number | null }) {
  return (
    <td style={barStyle(score)} className={score === null ? "c-score unscored" : "c-score"}>
      {score ?? <None words="not scored" />}
    </td>
  );
}

type EvidenceProps = { icon: "images" | "play"; number: number; words: string };

function Evidence({ icon, number, words }: EvidenceProps) {
  return (
    <span title={`${number} ${words}`}>
      <Icon name={icon} />
      {number}
      <span className="sr-only">{` ${words}`}</span>
    </span>
  );
}
