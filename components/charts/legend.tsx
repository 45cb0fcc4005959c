import type { ChartSpec } from "@/lib/domain/chart";
import { legend } from "@/lib/domain/chart-columns";
import { Swatch } from "./swatch";

export function Legend({ spec }: { spec: ChartSpec }) {
  const entries = legend(spec);
  if (entries.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {entries.map(({ label, mark }) => (
        <li key={label} className="inline-flex items-center gap-1.5">
          <Swatch mark={mark} />
          {label}
        </li>
      ))}
    </ul>
  );
}
