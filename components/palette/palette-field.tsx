import { type ComponentProps, useLayoutEffect, useRef } from "react";

export const paletteClass =
  "mx-auto mt-[12vh] mb-auto w-[min(40rem,calc(100vw-2rem))] overflow-hidden rounded-lg border border-line-strong bg-surface text-ink shadow-lg backdrop:bg-black/40";

/** For a dialog that is open as long as it is mounted: from before the next key, which is meant for it. */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const own = dialog.current;
    own?.showModal();
    return () => own?.close();
  }, []);
  return dialog;
}

export function PaletteField(props: ComponentProps<"input">) {
  const words = "Page, action, directive or session";
  return (
    <input
      type="text"
      aria-label={words}
      autoComplete="off"
      spellCheck={false}
      maxLength={100}
      placeholder={words}
      className="h-12 w-full border-line border-b bg-surface px-4 text-base -outline-offset-2"
      {...props}
    />
  );
}
