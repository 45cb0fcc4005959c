import type { ChartSpec } from "@/lib/domain/chart";
import { columns, formatValue, gapWords, valueAt } from "@/lib/domain/chart-columns";
import { placeHref, type Row } from "@/lib/domain/chart-rows";
import { Swatch } from "./swatch";

/** All numbers of the place under the pointer, or of the one that the arrow keys have reached. */
export function ChartTooltip({ row, spec }: { row: Row; spec: ChartSpec }) {
  const { point } = row;
  return (
    <div
      role="status"
      className="w-max max-w-60 rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-xs shadow-md"
    >
      <p className="font-medium">{point.label}</p>
      <ul>
        {columns(spec).map(({ key, label, mark }) => {
          const value = valueAt(point, key);
          return (
            <li key={key} className="flex items-center gap-1.5">
              <Swatch mark={mark} />
              <span className="mr-auto">{label}</span>{" "}
              <span className={value === null ? "text-muted" : "font-medium"}>
                {value === null ? gapWords(spec) : formatValue(value, spec.unit)}
              </span>
            </li>
          );
        })}
      </ul>
      {placeHref(point) && (
        <p className="mt-0.5 text-2xs text-muted">Click or Enter opens the list</p>
      )}
    </div>
  );
}
