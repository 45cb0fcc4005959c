"use client";

import { Search } from "lucide-react";
import { type ComponentType, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import type { Role } from "@/lib/domain/roles";
import type { PaletteProps } from "./palette";
import { PaletteField, paletteClass, useModal } from "./palette-field";

const never = () => () => {};

export function PaletteButton({ role }: { role: Role }) {
  const [loaded, setLoaded] = useState<{ Palette: ComponentType<PaletteProps> } | "failed">();
  const [opened, setOpened] = useState(0);
  const [begun, setBegun] = useState("");
  const isMac = useSyncExternalStore(
    never,
    () => /^(Mac|iP)/.test(navigator.platform),
    () => false,
  );
  const open = () => {
    setOpened((times) => times + 1);
    setBegun("");
    if (!loaded || loaded === "failed") {
      setLoaded(undefined);
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
      {opened > 0 && !loaded && <Loading type={setBegun} close={() => setOpened(0)} />}
      {loaded === "failed" && (
        <p role="alert" className="text-needs-ink text-xs">
          It could not be loaded.
        </p>
      )}
      {/* Another each time, so that what is typed at once is not added to what was there. */}
      {opened > 0 && loaded && loaded !== "failed" && (
        <loaded.Palette key={opened} role={role} begun={begun} />
      )}
    </>
  );
}

/** Stands where the palette will: what is typed at once is meant for it, and for nothing on the page. */
function Loading({ type, close }: { type: (text: string) => void; close: () => void }) {
  return (
    <dialog ref={useModal()} aria-label="Go to" onCancel={close} className={paletteClass}>
      <PaletteField onChange={({ target }) => type(target.value)} />
      <p role="status" className="px-4 py-3 text-muted text-sm">
        One moment…
      </p>
    </dialog>
  );
}
