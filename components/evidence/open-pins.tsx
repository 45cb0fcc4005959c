import Link from "next/link";
import type { Pin } from "@/lib/data/pins";
import { type Pair, pairKey } from "@/lib/domain/evidence";
import { viewerHref } from "@/lib/domain/viewer-address";
import { count } from "@/lib/format";

const SHOWN = 5;

type Props = { session: string; pins: Pin[]; pairs: Pair[] };

/** What was said at points of pictures and is not settled yet. */
export function OpenPins({ session, pins, pairs }: Props) {
  const open = pins.filter(({ resolved }) => resolved === null);
  if (open.length === 0) return null;
  const keyOf = (pin: Pin) => {
    const pair = pairs.find(({ before, after }) => [before?.url, after?.url].includes(pin.url));
    return pair && pairKey(pair);
  };
  return (
    <section aria-label="Open comments on pictures" className="mt-3">
      <h3 className="font-medium">{count(open.length, "open comment")} on pictures</h3>
      <ul className="mt-1 grid gap-1">
        {open.slice(0, SHOWN).map((pin) => (
          <li key={pin.id} className="min-w-0">
            <Link
              href={viewerHref(session, { at: keyOf(pin) })}
              prefetch={false}
              className="text-accent underline underline-offset-2"
            >
              <bdi className="line-clamp-1">{pin.body}</bdi>
            </Link>
            <span className="text-muted text-xs">
              <bdi>{pin.by}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {open.length > SHOWN && (
        <p className="mt-1 text-muted text-xs">
          The other {open.length - SHOWN} stand beside their pictures.
        </p>
      )}
    </section>
  );
}
