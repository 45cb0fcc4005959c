import Link from "next/link";
import { Fragment } from "react";
import { ChooseBox } from "@/components/selection/choose-box";
import type { SessionRow } from "@/lib/data/sessions";
import type { Column } from "@/lib/domain/columns";
import { cells } from "./session-cells";

type Props = { row: SessionRow; columns: readonly Column[]; number: number };

/**
 * A row is one link: the directive's, stretched over it. Its looks, and what of it a narrow
 * window shows, are in globals.css: a page has 700 cells, and each is sent twice.
 */
export function SessionTableRow({ row, columns, number }: Props) {
  const { id, directive } = row;
  return (
    <tr>
      <td>
        <ChooseBox session={id} names={`d${number} t${number}`} />
        <Link href={`/sessions/${id}`} prefetch={false} title={directive.title}>
          <bdi id={`d${number}`}>{directive.id}</bdi> <bdi id={`t${number}`}>{directive.title}</bdi>
          {row.needsAttention && <Attention concerns={row.concerns} />}
        </Link>
      </td>
      {columns.map((column) => (
        <Fragment key={column}>{cells[column](row)}</Fragment>
      ))}
    </tr>
  );
}

/** Drawn by the style, and named by its title, which would otherwise have to be said twice. */
function Attention({ concerns }: { concerns: string[] }) {
  const more = concerns.length > 2 ? [`${concerns.length - 2} more`] : [];
  const words = [...concerns.slice(0, 2), ...more].join(", ");
  return <i role="img" title={`needs attention: ${words}`} />;
}
