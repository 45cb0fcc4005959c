"use client";

import { useEffect, useMemo, useState } from "react";
import type { Pin } from "@/lib/data/pins";
import { type EvidenceLists, evidenceOf } from "@/lib/domain/evidence";
import { isAtLeast, type Role } from "@/lib/domain/roles";
import { stopComparing } from "./compare";
import { Panel } from "./panel";
import { PinLayer } from "./pin-layer";
import { pinsOf } from "./pins";
import { Stage } from "./stage";
import { Strip } from "./strip";
import { TopBar } from "./top-bar";
import { usePinning } from "./use-pinning";
import { usePreload } from "./use-preload";
import { type Start, useViewer } from "./use-viewer";
import { WayBar } from "./way-bar";

type Props = {
  session: string;
  title: string;
  lists: EvidenceLists;
  pins: Pin[];
  role: Role;
  start: Start;
};

/** One pair as large as the screen allows, in five ways to look; all of it by keys as well. */
export function Viewer({ session, title, lists, pins, role, start }: Props) {
  const { pairs } = useMemo(() => evidenceOf(lists), [lists]);
  const viewer = useViewer(session, pairs, start);
  const { pair, difference } = viewer;
  const pinning = usePinning(viewer, { mayPin: isAtLeast(role, "reviewer"), pins });
  const here = pinsOf(pins, pair);
  const [isOpen, setOpen] = useState(here.length > 0);
  // Another finding has other regions.
  const [marked, setMarked] = useState({ difference, index: -1 });
  const region = marked.difference === difference ? marked.index : -1;
  usePreload(viewer);
  useEffect(() => stopComparing, []);

  const openPin = (id: string) => {
    setOpen(true);
    // Once it is there.
    requestAnimationFrame(() => document.getElementById(`pin-${id}`)?.focus());
  };
  const showRegion = (index: number) => {
    const box = difference && "found" in difference ? difference.found.boxes[index] : undefined;
    if (!box) return;
    setMarked({ difference, index });
    viewer.view.showBox(box);
  };
  return (
    <>
      <TopBar
        session={session}
        title={title}
        viewer={viewer}
        pinning={pinning}
        pins={here.filter(({ resolved }) => resolved === null).length}
        panel={{ isOpen, setOpen }}
      />
      <main id="content" tabIndex={-1} className="flex min-h-0 flex-1 outline-none max-md:flex-col">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <Stage
            session={session}
            viewer={viewer}
            region={region}
            over={(side) => (
              <PinLayer
                side={side}
                viewer={viewer}
                pins={here.filter((pin) => pin.side === side)}
                pinning={pinning}
                open={openPin}
              />
            )}
          />
          <WayBar viewer={viewer} region={region} showRegion={showRegion} />
        </div>
        <Panel
          session={session}
          pair={pair}
          pairs={pairs}
          pins={here}
          pinning={pinning}
          role={role}
          isOpen={isOpen}
        />
      </main>
      <Strip viewer={viewer} session={session} />
    </>
  );
}
