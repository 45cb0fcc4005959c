import { Suspense } from "react";
import type { Facets } from "@/lib/domain/facets";

export type Counts = Promise<Facets | null>;

export type CheckListProps<T extends string> = {
  name: string;
  label: string;
  options: readonly T[];
  chosen: readonly T[];
  word?: (option: T) => string;
  /** How many there are of each, which comes later, or never. */
  counts?: Counts;
};

type Props<T extends string> = CheckListProps<T> & { legend?: string };

/** Several of a few, with how many each would show. */
export function CheckList<T extends string>(props: Props<T>) {
  const { name, label, options, chosen, word, counts, legend = "sr-only" } = props;
  return (
    <fieldset className="min-w-0">
      <legend className={legend}>{label}</legend>
      {options.map((option) => (
        <label key={option} className="check-item">
          <input
            type="checkbox"
            name={name}
            value={option}
            defaultChecked={chosen.includes(option)}
          />
          <bdi className="min-w-0">{word?.(option) ?? option}</bdi>
          {counts && <Facet counts={counts} name={name} value={option} />}
        </label>
      ))}
    </fieldset>
  );
}

type FacetProps = { counts: Counts; name: string; value: string };

/** In its own room beside the value's word; the page does not wait for it. */
export function Facet(props: FacetProps) {
  return (
    <span className="facet">
      <Suspense fallback={null}>
        <Count {...props} />
      </Suspense>
    </span>
  );
}

async function Count({ counts, name, value }: FacetProps) {
  return (await counts)?.(name, value) ?? null;
}
