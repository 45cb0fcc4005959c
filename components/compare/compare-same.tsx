import type { Group } from "@/lib/domain/comparison";
import { count } from "@/lib/format";
import { CompareValue } from "./compare-value";

/** Each value once: it is the same in every column. */
export function CompareSame({ groups }: { groups: Group[] }) {
  const number = groups.reduce((sum, { rows, more }) => sum + rows.length + more, 0);
  if (number === 0) return <p className="mt-4 text-muted">Nothing is the same in all of them.</p>;
  return (
    <details className="mt-4 rounded-lg border border-line bg-surface px-3 py-2 sm:px-4">
      <summary className="font-semibold">
        What is the same <span className="font-normal text-muted">({count(number, "row")})</span>
      </summary>
      <table className="mt-2 w-full text-xs">
        <caption className="sr-only">What is the same in all of the sessions</caption>
        {groups.map(({ title, rows, more }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={2} className="pt-3 pb-1 text-left font-semibold">
                {title}
              </th>
            </tr>
            {rows.map(({ label, cells }) => (
              <tr key={label}>
                <th
                  scope="row"
                  className="w-[45%] border-line border-t py-1.5 pr-3 text-left align-top font-medium sm:w-[22%]"
                >
                  <bdi className="line-clamp-4" title={label}>
                    {label}
                  </bdi>
                </th>
                <td className="border-line border-t py-1.5 align-top">
                  {cells[0] && <CompareValue value={cells[0].value} />}
                </td>
              </tr>
            ))}
            {more > 0 && (
              <tr>
                <td colSpan={2} className="border-line border-t py-1.5 text-muted">
                  {more} more rows are not shown.
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </details>
  );
}
