import type { ReactNode } from "react";
import { buttonClass } from "./button";

type Props = {
  label: ReactNode;
  /** Of those with the same name one is open at a time. */
  group?: string;
  look?: Parameters<typeof buttonClass>[0];
  shortcut?: string;
  children: ReactNode;
};

/** A button that unfolds what it is about below its row. */
export function Disclosure({ label, group, look, shortcut, children }: Props) {
  return (
    <details name={group} className="min-w-0 open:basis-full">
      <summary
        aria-keyshortcuts={shortcut}
        className={`summary-plain w-fit ${buttonClass({ size: "small", ...look })}`}
      >
        {label}
      </summary>
      <div className="mt-2 max-w-2xl rounded-md border border-line-strong bg-surface p-3 shadow-sm">
        {children}
      </div>
    </details>
  );
}
