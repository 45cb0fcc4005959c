"use client";

import type { ReactNode } from "react";
import { loadLater } from "@/components/ui/load-later";
import type { Role } from "@/lib/domain/roles";

const useTools = loadLater(() => import("./loaded-tools").then(({ LoadedTools }) => LoadedTools));

/** Keys and palette. The children stand there until their scripts have come. */
export function Tools({ role, children }: { role: Role; children: ReactNode }) {
  const LoadedTools = useTools();
  return LoadedTools ? <LoadedTools role={role} /> : children;
}
