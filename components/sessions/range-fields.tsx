import type { ComponentProps } from "react";
import { inputClass } from "@/components/ui/input";

type End = string | number | null;
type Props = {
  label: string;
  /** How the names of both ends begin in the address. */
  prefix: string;
  from: End;
  to: End;
  type: "number" | "date";
};

const limits = {
  number: { min: 0, max: 100, inputMode: "numeric" },
  date: { min: "0001-01-01", max: "9999-12-31" },
} as const satisfies Record<string, ComponentProps<"input">>;

/** From where to where: both ends count, and each may stay empty. */
export function RangeFields({ label, prefix, type, ...ends }: Props) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="flex flex-wrap items-center gap-1.5">
        {(["from", "to"] as const).map((end) => (
          <label
            key={end}
            className={`flex flex-1 items-center gap-1.5 text-muted ${type === "date" ? "min-w-44" : "min-w-0"}`}
          >
            <span className="min-w-9">{end}</span>
            <input
              type={type}
              name={`${prefix}${end}`}
              defaultValue={ends[end] ?? ""}
              className={`h-8 ${inputClass} px-1.5!`}
              {...limits[type]}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
