import Link from "next/link";
import { ChooseBox } from "@/components/selection/choose-box";
import { Icon } from "@/components/ui/icon";
import { None } from "@/components/ui/none";
import { Time } from "@/components/ui/time";
import type { SessionRow } from "@/lib/data/sessions";
import { domains } from "@/lib/domain/scores";
import { goesOn, typeWord } from "@/lib/domain/session";
import { formatDuration } from "@/lib/format";
import { Quality } from "./quality";
import { barStyle } from "./score-bar";
import { StatusBadge } from "./status";

/**
 * A row is one link: the directive's, stretched over it. Its looks, and what of it a narrow
 * window shows, are in globals.css: a page has 700 cells, and each is sent twice.
 */
export function SessionTableRow({ row, number }: { row: SessionRow; number: number }) {
  const { id, directive, progress, coverage, gates, demos } = row;
  const pictures = Math.max(row.screenshots.before, row.screenshots.after);
  return (
    <tr>
      <td>
        <ChooseBox session={id} names={`d${number} t${number}`} />
        <Link href={`/sessions/${id}`} prefetch={false} title={directive.title}>
          <bdi id={`d${number}`}>{directive.id}</bdi> <bdi id={`t${number}`}>{directive.title}</bdi>
          {row.needsAttention && <Attention concerns={row.concerns} />}
        </Link>
      </td>
      <td>
        <StatusBadge status={row.status} stale={row.stale} />
      </td>
      <td>{typeWord(row.type)}</td>
      <td>
        <Quality score={row.quality} />
      </td>
      {domains.map(({ key }) => (
        <Score key={key} score={row.domains[key]} />
      ))}
      <td>{progress === null ? <None words="unknown" /> : `${progress} %`}</td>
      <td>{coverage === null ? <None words="not measured" /> : `${coverage} %`}</td>
      <td>{gates.all === 0 ? <None words="no gates" /> : `${gates.met}/${gates.all}`}</td>
      <td>
        {pictures + demos === 0 && <None words="no evidence" />}
        {pictures > 0 && <Evidence icon="images" number={pictures} words="screenshots" />}
        {demos > 0 && <Evidence icon="play" number={demos} words="demos" />}
      </td>
      <td>{row.startedAt ? <Time at={row.startedAt} /> : <None words="unknown" />}</td>
      <td>{row.took === null ? <None words="unknown" /> : spent(row.took, row.status)}</td>
    </tr>
  );
}

/** Drawn by the style, and named by its title, which would otherwise have to be said twice. */
function Attention({ concerns }: { concerns: string[] }) {
  const more = concerns.length > 2 ? [`${concerns.length - 2} more`] : [];
  const words = [...concerns.slice(0, 2), ...more].join(", ");
  return <i role="img" title={`needs attention: ${words}`} />;
}

const spent = (took: number, status: string) =>
  goesOn(status) ? `open ${formatDuration(took)}` : formatDuration(took);

function Score({ score }: { score: number | null }) {
  // An attribute without a value would be sent as well.
  const look = score === null ? { className: "unscored" } : {};
  return (
    <td style={barStyle(score)} {...look}>
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
