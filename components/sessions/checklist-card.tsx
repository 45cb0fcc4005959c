import { Check, X } from "lucide-react";
import { Card } from "@/components/ui/card";
import { JsonTree } from "@/components/ui/json-tree";
import type { Session } from "@/lib/data/session";
import { isBlank } from "@/lib/domain/json-tree";
import { humanize } from "@/lib/format";
import type { Json } from "@/lib/supabase/database.types";
import { EditChecklist } from "./edit-checklist";

const title = "Pre-implementation checklist";

/** Plain yes and no as a list; every other shape as the tree it is. */
export function ChecklistCard({ session: { id, seen, columns } }: { session: Session }) {
  const value = columns.pre_impl_checklist;
  const answers = flatAnswers(value);
  return (
    <Card title={title}>
      {isBlank(value) && <p className="text-muted">The agent left no checklist.</p>}
      {answers ? (
        <ul className="grid gap-1">
          {answers.map(([key, yes]) => (
            <li key={key} className="flex items-center gap-2">
              {yes ? (
                <Check aria-hidden className="size-4 shrink-0 text-excellent-ink" />
              ) : (
                <X aria-hidden className="size-4 shrink-0 text-needs-ink" />
              )}
              <span title={key}>
                <bdi>{humanize(key)}</bdi>
                <span className={yes ? "sr-only" : "text-needs-ink"}>: {yes ? "yes" : "no"}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        !isBlank(value) && (
          <JsonTree
            value={value}
            whole={{ href: `/sessions/${id}/json/pre_impl_checklist`, name: "the checklist" }}
          />
        )
      )}
      {(answers || isBlank(value)) && (
        <EditChecklist session={id} seen={seen} answers={answers ?? []} />
      )}
    </Card>
  );
}

function flatAnswers(value: Json): [string, boolean][] | null {
  if (isBlank(value) || typeof value !== "object" || Array.isArray(value)) return null;
  const entries = Object.entries(value ?? {});
  const isFlat =
    entries.length <= 100 && entries.every(([, answer]) => typeof answer === "boolean");
  return isFlat ? (entries as [string, boolean][]) : null;
}
