import { SafeLink } from "@/components/ui/safe-link";
import { demoOf } from "@/lib/domain/demos";
import type { EvidenceItem } from "@/lib/domain/evidence";
import { env } from "@/lib/env";
import { DemoFrame } from "./demo-frame";
import { Film } from "./film";

/** A demo in place where that is safe; below it, or alone, a link that says where it leads. */
export function Demo({ item }: { item: EvidenceItem }) {
  const { frameHosts, appUrl } = env();
  const demo = demoOf(item, frameHosts, new URL(appUrl).host);
  const label = `Demo ${item.place}, ${item.name.slice(0, 80)}`;
  return (
    <li className={demo.kind === "link" ? "col-span-full min-w-0" : "min-w-0"}>
      {demo.kind === "film" && <Film src={demo.src} label={label} />}
      {demo.kind === "frame" && <DemoFrame {...demo} label={label} />}
      <p className="mt-1 text-xs">
        <SafeLink url={item.file ? (item.src ?? item.url) : item.url}>{label}</SafeLink>
        {demo.kind === "link" && demo.host && (
          <span className="text-muted">
            {" "}
            on <bdi>{demo.host}</bdi>
          </span>
        )}
      </p>
    </li>
  );
}
