import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { Life } from "@/lib/domain/directive-progress";

const head = "px-2 py-1 text-right font-medium first:text-left";
const cell = "border-line border-t px-2 py-1.5 text-right";

/** How much each attempt shows for itself. */
export function EvidenceCounts({ lives }: { lives: Life[] }) {
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
                <Link
                  href={`/sessions/${id}`}
                  prefetch={false}
                  className="text-accent underline underline-offset-2"
                >
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
    </Card>
  );
}
