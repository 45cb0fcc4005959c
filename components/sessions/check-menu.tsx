import { ChevronDown } from "lucide-react";
import { Button, buttonClass } from "@/components/ui/button";

type Props<T extends string> = {
  name: string;
  label: string;
  options: readonly T[];
  chosen: readonly T[];
  word?: (option: T) => string;
};

/** Several of a few: check boxes that fold away. A new choice makes it new, hence the key. */
export function CheckMenu<T extends string>({ name, label, options, chosen, word }: Props<T>) {
  return (
    <details key={chosen.join()} className="sm:relative" name="filter-menu">
      <summary className={`summary-plain ${buttonClass()}`}>
        {label}
        {chosen.length > 0 && (
          <bdi className="max-w-40 truncate font-normal text-accent">
            {chosen.length === 1 && chosen[0] ? (word?.(chosen[0]) ?? chosen[0]) : chosen.length}
          </bdi>
        )}
        <ChevronDown aria-hidden className="size-4 text-muted" />
      </summary>
      {/* On a phone it spans the form: beside its button it would leave the window. */}
      <fieldset className="absolute inset-x-0 z-10 mt-1 max-h-[60vh] overflow-y-auto rounded-md border border-line-strong bg-surface p-1.5 shadow-lg sm:right-auto sm:w-52">
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <label key={option} className="check-item">
            <input
              type="checkbox"
              name={name}
              value={option}
              defaultChecked={chosen.includes(option)}
            />
            <bdi>{word?.(option) ?? option}</bdi>
          </label>
        ))}
        <Button type="submit" size="small" variant="primary" className="mt-1 w-full">
          Apply
        </Button>
      </fieldset>
    </details>
  );
}
