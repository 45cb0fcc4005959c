import type { Pin } from "@/lib/data/pins";
import type { Pair, Side } from "@/lib/domain/evidence";

export type NumberedPin = Pin & { side: Side; number: number };

/** The comments on a pair, numbered as they stand in the list beside it. */
export function pinsOf(pins: readonly Pin[], { before, after }: Pair): NumberedPin[] {
  // The same picture may stand on both sides; then it is said of what was made of it.
  const sideOf = ({ url }: Pin): Side | null =>
    url === after?.url ? "after" : url === before?.url ? "before" : null;
  return pins
    .flatMap((pin) => {
      const side = sideOf(pin);
      return side ? { ...pin, side } : [];
    })
    .map((pin, index) => ({ ...pin, number: index + 1 }));
}
