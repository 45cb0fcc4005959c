import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button";

type Props = {
  label: ReactNode;
  /** What is chosen in it, in short. */
  value?: ReactNode;
  size?: "small" | "medium";
  /** How wide its panel is; one without a width spans what the menu stands in. */
  width?: string | null;
  children: ReactNode;
};

/** A button that unfolds a panel over the page; of all of them one is open at a time. */
export function Menu({ label, value, size, width = "sm:w-56", children }: Props) {
  // On a phone each spans what holds it: beside its button it would leave the window.
  return (
    <details className={width === null ? undefined : "sm:relative"} name="menu">
      <summary className={`summary-plain ${buttonClass({ size })}`}>
        {label}
        {value && <bdi className="max-w-40 truncate font-normal text-accent">{value}</bdi>}
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
      </summary>
      <div
        className={`absolute inset-x-0 z-10 mt-1 max-h-[60vh] overflow-y-auto rounded-md border border-line-strong bg-surface p-1.5 shadow-lg ${width === null ? "" : `sm:right-auto ${width}`}`}
      >
        {children}
      </div>
    </details>
  );
}
