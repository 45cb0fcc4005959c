import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { Life } from "@/lib/domain/directive-progress";
import { galleryHref, screensHref } from "@/lib/domain/gallery-query";

const head = "px-2 py-1 text-right font-medium first:text-left";
const link = "text-accent underline underline-offset-2";
const cell = "border-line border-t px-2 py-1.5 text-right";

/** How much each attempt shows for itself. */
export function EvidenceCounts({ lives, directive }: { lives: Life[]; directive: string }) {
  return (
    <Card title="Evidence through the attempts">
      <table className="wrap-normal w-full text-xs">
        <thead className="text-muted">
          <tr>
            {["Attempt", "Before", "After", "Demos", "Sub-agents"].map((word) => (
              <th key={word} scope="col" className={head}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lives.map(({ number, attempt: { id, pictures, demos, subAgents } }) => (
            <tr key={id}>
              <th scope="row" className={`${cell} whitespace-nowrap text-left! font-normal`}>
                <Link href={`/sessions/${id}`} prefetch={false} className={link}>
                  Attempt {number}
                </Link>
              </th>
              <td className={cell}>{pictures.before.length}</td>
              <td className={cell}>{pictures.after.length}</td>
              <td className={cell}>{demos.length}</td>
              <td className={cell}>{subAgents.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
        <Link href={screensHref(directive)} prefetch={false} className={link}>
          Screens through the attempts
        </Link>
        <Link href={galleryHref({ sd: directive })} prefetch={false} className={link}>
          All of it in the gallery
        </Link>
      </p>
    </Card>
  );
}
