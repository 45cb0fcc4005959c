import type { ComponentProps, ReactNode } from "react";

type Props = {
  /** What it does, in words; beside an icon for the ear alone. */
  label: string;
  icon: ReactNode;
  /** Says the label to the eye as well, where there is room. */
  isWide?: boolean;
  pressed?: boolean;
  shortcut?: string;
};

export const toolClass =
  "inline-flex min-h-9 min-w-9 items-center justify-center gap-1.5 rounded-md border border-transparent px-2 text-xs hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-strong disabled:opacity-50";

/** A button of the bar that a key presses as well, without taking the focus from where it is. */
export function Tool({
  label,
  icon,
  isWide,
  pressed,
  shortcut,
  ...props
}: Props & Omit<ComponentProps<"button">, "children">) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      data-keeps-focus
      className={`${toolClass} noscript:hidden`}
      {...props}
    >
      {icon}
      {isWide && (
        <span aria-hidden className="max-xl:hidden">
          {label}
        </span>
      )}
    </button>
  );
}
