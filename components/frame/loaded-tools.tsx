"use client";

import { KeysButton } from "@/components/keys/keys-button";
import { PaletteButton } from "@/components/palette/palette-button";
import { useVisits } from "@/components/visits/use-visits";
import type { Role } from "@/lib/domain/roles";

export function LoadedTools({ role }: { role: Role }) {
  useVisits();
  return (
    <>
      <PaletteButton role={role} />
      {/* A phone has none, and a window as narrow still has "?". */}
      <KeysButton className="max-sm:hidden" />
    </>
  );
}
