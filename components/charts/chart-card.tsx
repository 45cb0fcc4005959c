import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { ChartSpec } from "@/lib/domain/chart";
import { boxHeight, hasValues } from "@/lib/domain/chart-columns";
import { ChartBox } from "./chart-box";
import { ChartTable } from "./chart-table";
import { Legend } from "./legend";

type Props = {
  /** Unique on its page; the downloads are named after it. */
  id: string;
  /** What the chart shows, in words computed from its data: "Median quality rose from 84 to 86". */
  title: string;
  /** One sentence saying what is measured. */
  measures: string;
  spec: ChartSpec;
  /** Pixels; fixed, so that nothing moves when the drawing comes. */
  height?: number;
  /** Why there is nothing to draw, and what would change that. */
  empty?: ReactNode;
  /** One short fact beside the title. */
  aside?: ReactNode;
  /** Stands in place of the table of the spec, where that would not say enough. */
  table?: ReactNode;
};

/** A chart with its finding, its numbers as a table, and room for a drawing made in the browser. */
export function ChartCard({ id, title, measures, spec, empty, aside, table, ...props }: Props) {
  const height = props.height ?? boxHeight(spec);
  return (
    <Card id={id} title={title} aside={aside}>
      <p id={`${id}-measures`} className="mb-2 text-muted text-xs">
        {measures}
      </p>
      {hasValues(spec) ? (
        <>
          <ChartBox id={id} title={title} spec={spec} height={height}>
            <Legend spec={spec} />
          </ChartBox>
          <details>
            <summary className="w-fit rounded py-1.5 text-muted text-xs hover:text-ink">
              Show as table
            </summary>
            {table ?? <ChartTable title={title} measures={measures} spec={spec} />}
          </details>
        </>
      ) : (
        <div
          style={{ minHeight: height }}
          className="flex items-center justify-center rounded-md border border-line-strong border-dashed px-4 text-center text-muted"
        >
          {empty ?? "There is nothing to draw yet."}
        </div>
      )}
    </Card>
  );
}
