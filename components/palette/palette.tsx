"use client";

import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { startTransition, useActionState, useEffect, useRef } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { takeReview } from "@/lib/actions/reviews";
import type { Role } from "@/lib/domain/roles";
import type { Entry } from "./entries";
import { optionId, PaletteList } from "./palette-list";
import { PaletteStatus } from "./palette-status";
import { usePalette } from "./use-palette";

/** Opens when it is mounted. Goes anywhere and does what needs no page: a combobox, as the ARIA patterns have it, in a dialog. */
export function Palette({ role }: { role: Role }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const { setTheme } = useTheme();
  const [taken, takeNext, isTaking] = useActionState(takeReview, {});
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
  const palette = usePalette(role, take);
  const { active } = palette;
  useEffect(() => {
    const own = dialog.current;
    own?.showModal();
    return () => own?.close();
  }, []);
  const wasTaking = useRef(false);
  useEffect(() => {
    if (wasTaking.current && !isTaking && !taken.message) dialog.current?.close();
    wasTaking.current = isTaking;
  }, [isTaking, taken]);
  return (
    <dialog
      ref={dialog}
      aria-label="Go to"
      onClick={({ target }) => target === dialog.current && dialog.current.close()}
      onKeyDown={(event) => {
        if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        dialog.current?.close();
      }}
      className="mx-auto mt-[12vh] mb-auto w-[min(40rem,calc(100vw-2rem))] overflow-hidden rounded-lg border border-line-strong bg-surface text-ink shadow-lg backdrop:bg-black/40"
    >
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="Page, action, directive or session"
        aria-expanded={palette.groups.length > 0}
        aria-controls={palette.groups.length > 0 ? "palette-list" : undefined}
        aria-activedescendant={active && optionId(palette.groups, active)}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder="Page, action, directive or session"
        value={palette.typed}
        onChange={({ target }) => palette.type(target.value)}
        onKeyDown={palette.onKeyDown}
        className="h-12 w-full border-line border-b bg-surface px-4 text-base -outline-offset-2"
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
