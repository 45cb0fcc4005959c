import type { Mark } from "@/lib/domain/chart-columns";

/** How a thing looks in the drawing; its name stands beside it. */
export function Swatch({ mark: { shape, color, dash } }: { mark: Mark }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 10" className="h-2.5 w-5 shrink-0">
      {shape === "line" && (
        <line x1="0" y1="5" x2="20" y2="5" stroke={color} strokeWidth="2" strokeDasharray={dash} />
      )}
      {shape === "box" && <rect x="5" width="10" height="10" rx="1.5" fill={color} />}
      {shape === "band" && <rect y="1" width="20" height="8" fill={color} fillOpacity="0.25" />}
      {shape === "tick" && <rect x="9" width="2.5" height="10" fill={color} />}
    </svg>
  );
}
