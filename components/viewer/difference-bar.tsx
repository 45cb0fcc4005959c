import { ChevronDown, ChevronUp } from "lucide-react";
import { MOST_BOXES, MOST_PIXELS, shareWords } from "@/lib/domain/difference";
import { count, formatNumber } from "@/lib/format";
import type { Problem } from "./difference-messages";
import { Tool } from "./tool";
import type { ViewerState } from "./use-viewer";

const problems: Record<Problem, string> = {
  huge: `No mask: more than ${formatNumber(MOST_PIXELS / 1e6)} megapixels are too many to compare in a browser. The other ways work.`,
  unreadable: "No mask: one of the pictures could not be read as one.",
  foreign:
    "No mask: the host of one of the pictures does not let other sites read it, or does not answer. The other ways work.",
  failed: "No mask: comparing them took more memory than there is.",
};

type Props = { viewer: ViewerState; region: number; showRegion: (index: number) => void };

/** How much changed, where, and from when on a pixel counts as changed. */
export function DifferenceBar({ viewer, region, showRegion }: Props) {
  const { pair, difference, threshold, setThreshold } = viewer;
  const hasAddress = Boolean(pair.before?.src && pair.after?.src);
  const found = difference && "found" in difference ? difference.found : null;
  const boxes = found?.boxes.length ?? 0;
  const step = (by: number) => showRegion((region + by + boxes) % boxes);
  return (
    <>
      <p role="status" className="min-w-0">
        {!hasAddress && "No mask: one of the pictures has no address that can be read."}
        {hasAddress && !difference && "Comparing…"}
        {difference && "problem" in difference && problems[difference.problem]}
        {found && (
          <>
            <b className="font-semibold">{shareWords(found.share)}</b>
            {found.share > 0 && (
              <>
                {" changed, "}
                {boxes >= MOST_BOXES ? `the ${MOST_BOXES} largest regions` : count(boxes, "region")}
              </>
            )}
            <span className="text-muted">; anti-aliasing is left out</span>
            {(pair.before?.file?.animated || pair.after?.file?.animated) && (
              <>; of what moves, the first picture is compared</>
            )}
            .
          </>
        )}
      </p>
      {found && boxes > 0 && (
        <div className="flex items-center">
          <Tool
            label="Previous region"
            shortcut="p"
            icon={<ChevronUp aria-hidden className="size-4" />}
            onClick={() => step(region < 0 ? 0 : -1)}
          />
          <span className="whitespace-nowrap">
            {region < 0 ? "–" : formatNumber(region + 1)} of {formatNumber(boxes)}
          </span>
          <Tool
            label="Next region"
            shortcut="n"
            icon={<ChevronDown aria-hidden className="size-4" />}
            onClick={() => step(1)}
          />
        </div>
      )}
      <label className="flex items-center gap-2">
        <span>Threshold</span>
        <input
          type="range"
          min={0.01}
          max={0.5}
          step={0.01}
          value={threshold}
          title="From which difference of colour on a pixel counts as changed"
          onChange={(event) => setThreshold(Number(event.target.value))}
          className="w-24 accent-accent"
        />
        <output className="w-8">{threshold.toFixed(2)}</output>
      </label>
    </>
  );
}
