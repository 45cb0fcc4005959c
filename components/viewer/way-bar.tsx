import { ArrowLeftRight, Pause, Play } from "lucide-react";
import { DifferenceBar } from "./difference-bar";
import { Tool } from "./tool";
import type { ViewerState } from "./use-viewer";
import { sideWords } from "./words";

type Props = { viewer: ViewerState; region: number; showRegion: (index: number) => void };

/** What can be set in the way that one looks. As high in each where there is room, so that the pictures stay in place. */
export function WayBar({ viewer, region, showRegion }: Props) {
  const { pair, way, mix, face, before, after } = viewer;
  const isAlone = !pair.before || !pair.after;
  const differ =
    before.size &&
    after.size &&
    (before.size.width !== after.size.width || before.size.height !== after.size.height);
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-4 border-line border-t bg-surface px-3 py-0.5 text-xs noscript:hidden">
      {isAlone ? (
        <p>
          {pair.state === "added" && "Added: there is no picture before. "}
          {pair.state === "removed" && "Removed: there is no picture after. "}
          {pair.state === "unknown" && "There is no picture after yet. "}
          {way !== "side" && "So there is nothing to compare."}
        </p>
      ) : (
        <>
          <Tool
            label={`${sideWords[face]}: switch to ${face === "after" ? "before" : "after"}`}
            shortcut="Space"
            icon={
              <>
                <ArrowLeftRight aria-hidden className="size-4" />
                <span aria-hidden className="w-10 text-left">
                  {sideWords[face]}
                </span>
              </>
            }
            onClick={viewer.switchFace}
          />
          {way === "slider" && (
            <Share
              label="Where the line stands"
              value={100 - mix}
              set={(value) => viewer.setMix(100 - value)}
            />
          )}
          {way === "overlay" && (
            <Share label="Opacity of the picture after" value={mix} set={viewer.setMix} />
          )}
          {way === "blink" && (
            <Tool
              label={viewer.isPaused ? "Go on blinking" : "Pause"}
              shortcut="b"
              icon={
                viewer.isPaused ? (
                  <Play aria-hidden className="size-4" />
                ) : (
                  <Pause aria-hidden className="size-4" />
                )
              }
              onClick={() => viewer.setPaused(!viewer.isPaused)}
            />
          )}
          {way === "difference" && (
            <DifferenceBar viewer={viewer} region={region} showRegion={showRegion} />
          )}
        </>
      )}
      {!isAlone && differ && (
        <p className="text-muted">Of different sizes: aligned at the top left.</p>
      )}
    </div>
  );
}

type ShareProps = { label: string; value: number; set: (value: number) => void };

function Share({ label, value, set }: ShareProps) {
  return (
    <label className="flex min-w-0 flex-1 items-center gap-2">
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={100}
        value={Math.round(value)}
        onChange={(event) => set(Number(event.target.value))}
        className="min-w-16 flex-1 accent-accent"
      />
      <output className="w-10 shrink-0 whitespace-nowrap text-right">{Math.round(value)} %</output>
    </label>
  );
}
