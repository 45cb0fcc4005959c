import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button";

/** Where its panel is. One beside its button spans what it stands in where the window is narrower. */
const places = {
  header: ["lg:relative", "lg:right-auto lg:w-80"],
  row: ["xl:relative", "xl:right-auto xl:w-56"],
  across: ["", ""],
} as const;

type Props = {
  label: ReactNode;
  /** What is chosen in it, in short. */
  value?: ReactNode;
  place?: keyof typeof places;
  children: ReactNode;
};

/** A button that unfolds a panel over the page; of all of them one is open at a time. */
export function Menu({ label, value, place = "row", children }: Props) {
  const [holder, panel] = places[place];
  return (
    <details className={holder} name="menu">
      <summary
        className={`summary-plain ${buttonClass({ size: place === "header" ? "small" : "medium" })}`}
      >
        {label}
        {value && <bdi className="max-w-40 truncate font-normal text-accent">{value}</bdi>}
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
      </summary>
      <div
        className={`absolute inset-x-0 z-10 mt-1 max-h-[60vh] overflow-y-auto rounded-md border border-line-strong bg-surface p-1.5 shadow-lg ${panel}`}
      >
        {children}
      </div>
    </details>
  );
}
