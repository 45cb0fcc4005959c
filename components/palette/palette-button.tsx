"use client";

import { Search } from "lucide-react";
import { type ComponentType, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import type { Role } from "@/lib/domain/roles";

const never = () => () => {};

export function PaletteButton({ role }: { role: Role }) {
  const [loaded, setLoaded] = useState<{ Palette: ComponentType<{ role: Role }> } | "failed">();
  const [opened, setOpened] = useState(0);
  const isMac = useSyncExternalStore(
    never,
    () => /^(Mac|iP)/.test(navigator.platform),
    () => false,
  );
  const open = () => {
    setOpened((times) => times + 1);
    if (!loaded || loaded === "failed") {
      import("./palette").then(setLoaded, () => setLoaded("failed"));
    }
  };
  return (
    <>
      <Button
        variant="ghost"
        size="small"
        onClick={open}
        aria-haspopup="dialog"
        // Control and K is something else in a Mac's fields.
        aria-keyshortcuts={isMac ? "Meta+k" : "Control+k"}
        data-keeps-focus
      >
        <Search aria-hidden className="size-4" />
        <span className="max-sm:sr-only">Go to…</span>
        <kbd aria-hidden className="font-sans text-2xs max-sm:hidden">
          {isMac ? "⌘K" : "Ctrl K"}
        </kbd>
      </Button>
      {loaded === "failed" && (
        <p role="alert" className="text-needs-ink text-xs">
          It could not be loaded.
        </p>
      )}
      {/* Another each time, so that what is typed at once is not added to what was there. */}
      {loaded && loaded !== "failed" && <loaded.Palette key={opened} role={role} />}
    </>
  );
}
