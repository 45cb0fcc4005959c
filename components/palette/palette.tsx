"use client";

import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { startTransition, useActionState, useEffect, useRef } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { takeReview } from "@/lib/actions/reviews";
import type { Role } from "@/lib/domain/roles";
import type { Entry } from "./entries";
import { PaletteField, paletteClass, useModal } from "./palette-field";
import { optionId, PaletteList } from "./palette-list";
import { PaletteStatus } from "./palette-status";
import { usePalette } from "./use-palette";

export type PaletteProps = {
  role: Role;
  /** What was typed while this was loaded. */
  begun: string;
};

/** Opens when it is mounted. Goes anywhere and does what needs no page: a combobox, as the ARIA patterns have it, in a dialog. */
export function Palette({ role, begun }: PaletteProps) {
  const dialog = useModal();
  const field = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const { setTheme } = useTheme();
  const [taken, takeNext, isTaking] = useActionState(takeReview, {});
  const close = () => {
    if (!isTaking) dialog.current?.close();
  };
  const take = (entry: Entry) => {
    if (isTaking) return;
    // Why there is none is said here, so it stays open until one is there.
    if ("act" in entry && entry.act === "take") {
      return startTransition(() => takeNext(new FormData()));
    }
    dialog.current?.close();
    if ("href" in entry) router.push(entry.href);
    else if ("control" in entry) entry.control.click();
    else setTheme(entry.act);
  };
  const palette = usePalette(role, begun, take);
  const { active } = palette;
  const wasTaking = useRef(false);
  useEffect(() => {
    if (wasTaking.current && !isTaking && !taken.message) dialog.current?.close();
    wasTaking.current = isTaking;
  }, [dialog, isTaking, taken]);
  return (
    <dialog
      ref={dialog}
      aria-label="Go to"
      // Where the next review is taken one comes to it; nobody begins something else before.
      onCancel={(event) => isTaking && event.preventDefault()}
      onClick={({ target }) => target === dialog.current && close()}
      onKeyDown={(event) => {
        if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        close();
      }}
      className={paletteClass}
    >
      <PaletteField
        ref={field}
        role="combobox"
        aria-expanded={palette.groups.length > 0}
        aria-controls={palette.groups.length > 0 ? "palette-list" : undefined}
        aria-activedescendant={active && optionId(palette.groups, active)}
        aria-autocomplete="list"
        value={palette.typed}
        onChange={({ target }) => palette.type(target.value)}
        onKeyDown={palette.onKeyDown}
      />
      <PaletteList {...palette} take={take} />
      <FormProblem state={taken} />
      <PaletteStatus
        {...palette}
        again={() => {
          // The button goes.
          field.current?.focus();
          palette.again();
        }}
        isTaking={isTaking}
      />
    </dialog>
  );
}
