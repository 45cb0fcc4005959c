import { Card } from "@/components/ui/card";
import { JsonTree } from "@/components/ui/json-tree";
import type { Session } from "@/lib/data/session";
import { isBlank } from "@/lib/domain/json-tree";

const reports = [
  ["performance_metrics", "Performance metrics"],
  ["security_scan_results", "Security scan results"],
  ["accessibility_audit", "Accessibility audit"],
] as const;

/** What agents measured, whatever its shape. */
export function ReportsCard({ session: { id, columns } }: { session: Session }) {
  return (
    <Card title="Reports">
      <div className="grid gap-3">
        {reports.map(([column, title]) => (
          <div key={column}>
            <h3 className="font-medium">{title}</h3>
            {isBlank(columns[column]) ? (
              <p className="text-muted text-xs">Nothing reported.</p>
            ) : (
              <JsonTree
                value={columns[column]}
                whole={{ href: `/sessions/${id}/json/${column}`, name: title.toLowerCase() }}
              />
            )}
          </div>
        ))}
      </div>
    </Card>
  );
}
