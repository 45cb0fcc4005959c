import { ChartCard } from "@/components/charts/chart-card";
import { Card } from "@/components/ui/card";
import { type Life, progressSpec, progressTitle } from "@/lib/domain/directive-progress";

const SHOWN = 8;

type Props = { lives: Life[]; now: number };

/** How far each attempt came, and in words where it stood still and where it went back. */
export function ProgressCards({ lives, now }: Props) {
  return (
    <>
      <ChartCard
        id="progress"
        title={progressTitle(lives)}
        measures="Progress in percent as the agents reported it, a line for each attempt, held until the next report."
        empty="No attempt has reported progress yet."
        spec={progressSpec(lives, now)}
      />
      <Card title="Standing still and going back" aside="two days or more at one value">
        <ul className="grid gap-2">
          {lives.map((life) => (
            <li key={life.attempt.id}>
              <span className="font-medium">Attempt {life.number}</span> <Remarks life={life} />
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function Remarks({ life: { remarks, witnessed } }: { life: Life }) {
  if (!witnessed) {
    return <span className="text-muted">is older than this history: its steps are not known</span>;
  }
  if (remarks.length === 0) {
    return <span className="text-muted">never stood still for two days and never went back</span>;
  }
  const rest = remarks.slice(SHOWN);
  const list = (some: typeof remarks) => (
    <ul className="list-disc pl-5">
      {some.map(({ at, words }) => (
        <li key={`${at} ${words}`}>{words}</li>
      ))}
    </ul>
  );
  return (
    <>
      {list(remarks.slice(0, SHOWN))}
      {rest.length > 0 && (
        <details className="pl-5">
          <summary className="w-fit text-accent">{rest.length} more</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}
