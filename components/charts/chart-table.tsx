import Link from "next/link";
import type { ReactNode } from "react";
import { None } from "@/components/ui/none";
import type { ChartSpec, Point } from "@/lib/domain/chart";
import { columns, formatValue, gapWords, valueAt } from "@/lib/domain/chart-columns";

type Props = { title: string; measures: string; spec: ChartSpec };

/** The numbers that are drawn. By keyboard and without a script it leads where the marks lead. */
export function ChartTable({ title, measures, spec }: Props) {
  const heads = columns(spec);
  return (
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section
      aria-label={`Table: ${title}`}
      tabIndex={0}
      className="relative mt-2 max-h-[34rem] overflow-auto rounded-md border border-line"
    >
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above. */}
      <table className="wrap-normal w-full text-xs">
        <caption className="px-2 py-1.5 text-left text-muted">{measures}</caption>
        <thead className="sticky top-0 bg-sunken">
          <tr>
            <th scope="col" className="px-2 py-1.5 text-left font-medium">
              {spec.x}
            </th>
            {heads.map(({ key, label }) => (
              <th key={key} scope="col" className="px-2 py-1.5 text-right font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spec.points.map((point, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat, and the order is fixed.
            <tr key={index} className="border-line border-t">
              <th scope="row" className="wrap-anywhere min-w-24 px-2 py-1 text-left font-normal">
                <Linked href={point.href}>{point.label}</Linked>
              </th>
              {heads.map(({ key }) => (
                <td key={key} className="whitespace-nowrap px-2 py-1 text-right">
                  <Cell point={point} column={key} spec={spec} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ point, column, spec }: { point: Point; column: string; spec: ChartSpec }) {
  const value = valueAt(point, column);
  const text = value === null ? null : formatValue(value, spec.unit);
  return <Linked href={point.hrefs?.[column]}>{text ?? <None words={gapWords(spec)} />}</Linked>;
}

function Linked({ href, children }: { href?: string; children: ReactNode }) {
  if (!href) return children;
  return (
    <Link href={href} prefetch={false} className="text-accent underline underline-offset-2">
      {children}
    </Link>
  );
}
