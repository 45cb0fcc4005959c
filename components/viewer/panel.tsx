import type { Pair } from "@/lib/domain/evidence";
import { type Role, whoMay } from "@/lib/domain/roles";
import { PairForm } from "./pair-form";
import { PinForm } from "./pin-form";
import { PinList } from "./pin-list";
import type { NumberedPin } from "./pins";
import type { Pinning } from "./use-pinning";

type Props = {
  session: string;
  pair: Pair;
  pairs: readonly Pair[];
  pins: readonly NumberedPin[];
  pinning: Pinning;
  role: Role;
  isOpen: boolean;
};

/** Beside the pictures: what was said at them, and how they were paired. */
export function Panel({ session, pair, pairs, pins, pinning, role, isOpen }: Props) {
  return (
    <aside
      aria-label="Comments and pairing"
      className={`${isOpen ? "" : "hidden noscript:block"} w-full shrink-0 overflow-y-auto border-line bg-surface p-3 text-xs max-md:max-h-[45%] max-md:border-t md:w-80 md:border-l`}
    >
      <section aria-labelledby="comments" className="grid gap-2">
        <h2 id="comments" className="font-semibold text-sm">
          Comments
        </h2>
        <PinForm session={session} pair={pair} pinning={pinning} />
        <PinList session={session} pins={pins} mayChange={pinning.mayPin} />
      </section>
      <section aria-labelledby="pairing" className="mt-4 grid gap-2 border-line border-t pt-3">
        <h2 id="pairing" className="font-semibold text-sm">
          Pairing
        </h2>
        <PairForm
          key={pair.after?.url ?? pair.before?.url}
          session={session}
          pair={pair}
          pairs={pairs}
          mayChange={pinning.mayPin}
        />
      </section>
      {!pinning.mayPin && (
        <p className="mt-4 text-muted">
          {whoMay.reviewer} comment and pair. You are a {role}: you can read everything and change
          nothing here.
        </p>
      )}
    </aside>
  );
}
