import { Card } from "@/components/ui/card";
import { SafeLink } from "@/components/ui/safe-link";
import type { Session } from "@/lib/data/session";
import { urlName } from "@/lib/domain/links";
import { count } from "@/lib/format";
import { ScreenshotPair } from "./screenshot-pair";

const SHOWN = 12;
const MOST = 300;

/** Screenshots side by side by their place in the lists, and links to demos. */
export function EvidenceCard({ session: { id, columns } }: { session: Session }) {
  const before = columns.before_screenshots ?? [];
  const after = columns.after_screenshots ?? [];
  const demos = (columns.demo_urls ?? []).filter(Boolean);
  const pairs = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => ({
    number: index + 1,
    before: before[index],
    after: after[index],
  })).filter((pair) => pair.before || pair.after);
  const list = (some: typeof pairs) => (
    <ol className="grid gap-4">
      {some.map((pair) => (
        <ScreenshotPair key={pair.number} session={id} {...pair} />
      ))}
    </ol>
  );
  const rest = pairs.slice(SHOWN, MOST);
  return (
    <Card
      title="Evidence"
      aside={`${before.filter(Boolean).length} before, ${after.filter(Boolean).length} after, ${count(demos.length, "demo")}`}
    >
      {pairs.length + demos.length === 0 && (
        <p className="text-muted">This session shows no screenshots and no demos.</p>
      )}
      {demos.length > 0 && (
        <ul aria-label="Demos" className="mb-3 grid gap-1">
          {demos.slice(0, MOST).map((url, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same link may stand there twice
            <li key={index}>
              <SafeLink url={url}>{`Demo ${index + 1}, ${urlName(url).slice(0, 80)}`}</SafeLink>
            </li>
          ))}
        </ul>
      )}
      {list(pairs.slice(0, SHOWN))}
      {rest.length > 0 && (
        <details className="mt-3">
          <summary className="text-accent">{count(rest.length, "more pair")}</summary>
          <div className="mt-3">{list(rest)}</div>
        </details>
      )}
      {(pairs.length > MOST || demos.length > MOST) && (
        <p className="mt-2 text-muted">
          More than {MOST} are not shown here; the whole lists are under Details.
        </p>
      )}
    </Card>
  );
}
