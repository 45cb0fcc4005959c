import { Card } from "@/components/ui/card";
import { None } from "@/components/ui/none";
import { Time } from "@/components/ui/time";
import { evidenceColumns, listColumns, type Session } from "@/lib/data/session";
import { count, cutText } from "@/lib/format";
import type { Json } from "@/lib/supabase/database.types";

/** Every column as it is stored: the last word when something above looks odd. */
export function DetailsCard({ session: { id, columns, evidence } }: { session: Session }) {
  const all: [name: string, value: Json][] = [
    ...Object.entries(columns),
    ...Object.entries(evidenceColumns).map(([name, key]): [string, Json] => [
      name,
      evidence.counts[key],
    ]),
  ];
  return (
    <Card title="Details" aside="as stored">
      <dl className="grid gap-x-8 gap-y-1.5 text-xs sm:grid-cols-2 xl:grid-cols-3">
        {all.map(([name, value]) => (
          <div
            key={name}
            className="flex flex-wrap justify-between gap-x-3 border-line border-b pb-1"
          >
            <dt className="font-mono text-muted">{name}</dt>
            <dd className="min-w-0 text-right">
              {(listColumns as readonly string[]).includes(name) ? (
                <a
                  href={`/sessions/${id}/json/${name}`}
                  download
                  className="text-accent underline underline-offset-2"
                >
                  <span className="sr-only">{name}: </span>
                  {size(value)}, JSON
                </a>
              ) : (
                <Stored name={name} value={value} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Stored({ name, value }: { name: string; value: Json }) {
  if (value === null) return <None words="null" />;
  if (name.endsWith("_at")) return <Time at={String(value)} exact />;
  return <bdi>{cutText(String(value), 500).head}</bdi>;
}

/** Of lists that were not read it is their number of entries. */
function size(value: Json): string {
  if (value === null) return "null";
  if (typeof value === "number") return count(value, "entry", "entries");
  if (Array.isArray(value)) return count(value.length, "entry", "entries");
  return value !== null && typeof value === "object"
    ? count(Object.keys(value).length, "field")
    : typeof value;
}
