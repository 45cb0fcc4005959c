"use client";

import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import type { Role } from "@/lib/domain/roles";

type Props = { role: Role };

/** Keys and palette. Their scripts come after the page's own; the children stand there until then. */
export function Tools({ role, children }: Props & { children: ReactNode }) {
  const [loaded, setLoaded] = useState<{ LoadedTools: ComponentType<Props> }>();
  useEffect(() => {
    import("./loaded-tools").then(setLoaded, () => {});
  }, []);
  return loaded ? <loaded.LoadedTools role={role} /> : children;
}
