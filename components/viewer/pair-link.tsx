import { ChevronLeft, ChevronRight } from "lucide-react";
import type { MouseEvent } from "react";
import { pairKey } from "@/lib/domain/evidence";
import { viewerHref } from "@/lib/domain/viewer-address";
import { toolClass } from "./tool";
import type { ViewerState } from "./use-viewer";

const steps = {
  previous: { label: "Previous pair", shortcut: "ArrowLeft k", Drawing: ChevronLeft },
  next: { label: "Next pair", shortcut: "ArrowRight j", Drawing: ChevronRight },
};

type Props = {
  viewer: ViewerState;
  session: string;
  /** A place in the list of pairs; none at an end. */
  to: number | undefined;
  step: keyof typeof steps;
};

/** A link before the script has loaded, a step without the server then. */
export function PairLink({ viewer, session, to, step }: Props) {
  const { label, shortcut, Drawing } = steps[step];
  const drawing = <Drawing aria-hidden className="size-5" />;
  const pair = to === undefined ? undefined : viewer.pairAt(to);
  if (to === undefined || !pair) {
    return <span className={`${toolClass} text-muted opacity-50`}>{drawing}</span>;
  }
  return (
    <a
      href={viewerHref(session, { at: pairKey(pair), way: viewer.way })}
      aria-label={label}
      title={label}
      aria-keyshortcuts={shortcut}
      data-keeps-focus
      onClick={stepTo(() => viewer.go(to))}
      className={toolClass}
    >
      {drawing}
    </a>
  );
}

/** Unless it is to be opened elsewhere. */
export const stepTo = (go: () => void) => (event: MouseEvent) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go();
};
