import { useEffect } from "react";
import type { Entry, Group } from "./entries";

type Props = {
  groups: Group[];
  active: Entry | undefined;
  point: (id: string) => void;
  take: (entry: Entry) => void;
};

export const optionId = (groups: Group[], entry: Entry) =>
  `palette-${groups.flatMap(({ entries }) => entries).indexOf(entry)}`;

/** The focus stays in the field above, which names the active one of these. */
export function PaletteList({ groups, active, point, take }: Props) {
  useEffect(() => {
    if (active)
      document.getElementById(optionId(groups, active))?.scrollIntoView({ block: "nearest" });
  }, [groups, active]);
  if (groups.length === 0) return null;
  return (
    <div
      id="palette-list"
      role="listbox"
      aria-label="Found"
      className="max-h-[min(26rem,60vh)] overflow-y-auto p-1.5"
    >
      {groups.map(({ title, entries }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a list box holds no fieldset
        <div key={title} role="group" aria-labelledby={`palette-group-${index}`}>
          <p id={`palette-group-${index}`} className="px-2.5 pt-2 pb-1 text-2xs text-muted">
            {title}
          </p>
          {entries.map((entry) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
            <div
              key={entry.id}
              id={optionId(groups, entry)}
              role="option"
              tabIndex={-1}
              aria-selected={entry === active}
              onPointerMove={() => entry !== active && point(entry.id)}
              // The focus stays in the field, which has the keys.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(entry)}
              className="flex min-h-9 cursor-pointer scroll-my-8 items-center gap-3 rounded-md px-2.5 aria-selected:bg-accent-soft aria-selected:text-accent-strong"
            >
              <bdi className="min-w-0 flex-1 truncate">{entry.label}</bdi>
              {entry.note && (
                <bdi className="max-w-[45%] shrink-0 truncate text-muted text-xs">{entry.note}</bdi>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
