import type { EvidenceItem } from "@/lib/domain/evidence";
import { Demo } from "./demo";

export function Demos({ demos }: { demos: readonly EvidenceItem[] }) {
  return (
    <ul
      aria-label="Demos"
      className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,16rem),1fr))] gap-x-3 gap-y-1"
    >
      {demos.map((item) => (
        <Demo key={item.place} item={item} />
      ))}
    </ul>
  );
}
