"use client";

import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import type { Role } from "@/lib/domain/roles";

type Props = { role: Role };
type Loaded = { LoadedTools: ComponentType<Props> };

/** Where an action leads on from the palette, the frame is made anew: keys act in it at once. */
let before: Loaded | undefined;

/** Keys and palette. Their scripts come after the page's own; the children stand there until then. */
export function Tools({ role, children }: Props & { children: ReactNode }) {
  const [loaded, setLoaded] = useState(before);
  useEffect(() => {
    import("./loaded-tools").then(
      ({ LoadedTools }) => {
        before = { LoadedTools };
        setLoaded(before);
      },
      () => {},
    );
  }, []);
  return loaded ? <loaded.LoadedTools role={role} /> : children;
}
