import type { ChangeScope } from "@/lib/data/changes";

type Props = {
  mark: number;
  /** What the page shows: all where it names nothing. */
  scope?: ChangeScope;
  /** Where a change is shown at once when nothing can be lost by it; else it is offered. */
  applies?: boolean;
};

/** For the frame's script: from which state the page was made. A page without it is not live. */
export function LiveMark({ mark, scope = {}, applies }: Props) {
  return (
    <data
      hidden
      id="live-mark"
      value={mark}
      data-ask={new URLSearchParams(scope).toString()}
      data-at={Date.now()}
      data-applies={applies || undefined}
    />
  );
}
