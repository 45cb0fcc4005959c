import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button";

type Props = {
  label: ReactNode;
  size?: "small" | "medium";
  /** How wide it is where there is room. */
  width?: string;
  children: ReactNode;
};

/** A button that unfolds a panel over the page; of all of them one is open at a time. */
export function Menu({ label, size, width = "sm:w-52", children }: Props) {
  return (
    <details className="sm:relative" name="menu">
      <summary className={`summary-plain ${buttonClass({ size })}`}>
        {label}
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
      </summary>
      {/* On a phone it spans what holds it: beside its button it would leave the window. */}
      <div
        className={`absolute inset-x-0 z-10 mt-1 max-h-[60vh] overflow-y-auto rounded-md border border-line-strong bg-surface p-1.5 shadow-lg sm:right-auto ${width}`}
      >
        {children}
      </div>
    </details>
  );
}
