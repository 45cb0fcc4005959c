import type { Scope } from "@/lib/domain/overview-query";
import { isCut, PLACES } from "@/lib/domain/weeks";
import { formatDay } from "@/lib/format";

export const weekAxis = "Week beginning (Monday, UTC)";

/** What to know where weeks are left out, or the period begins in the middle of the first. */
export function cutWords(weeks: readonly { week: string }[], { from }: Scope, now: number): string {
  if (weeks.length === PLACES) return ` These are the newest ${PLACES} weeks.`;
  if (from === null || !isCut(weeks, from)) return "";
  return ` The first week is a part: the period begins on ${formatDay(from, now)}.`;
}
