import { formatDay, formatMoment } from "@/lib/format";

/** A day, or with `exact` the minute with its zone. The attribute and the title have it in full. */
export function Time({ at, exact = false }: { at: string; exact?: boolean }) {
  return (
    <time dateTime={at} title={exact ? at : formatMoment(at)}>
      {exact ? formatMoment(at) : formatDay(at)}
    </time>
  );
}
