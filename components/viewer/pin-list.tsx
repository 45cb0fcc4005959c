import { ActionForm } from "@/components/forms/action-form";
import { Time } from "@/components/ui/time";
import { resolvePin } from "@/lib/actions/evidence";
import { count } from "@/lib/format";
import type { NumberedPin } from "./pins";
import { sideWords } from "./words";

type Props = { session: string; pins: readonly NumberedPin[]; mayChange: boolean };

/** What was said at this pair: what is open, and folded what is settled. */
export function PinList({ session, pins, mayChange }: Props) {
  const open = pins.filter(({ resolved }) => resolved === null);
  const settled = pins.filter(({ resolved }) => resolved !== null);
  const list = (some: readonly NumberedPin[]) => (
    <ol className="grid gap-2">
      {some.map((pin) => (
        <PinItem key={pin.id} session={session} pin={pin} mayChange={mayChange} />
      ))}
    </ol>
  );
  return (
    <>
      {pins.length === 0 && <p className="text-muted">Nobody has commented on these pictures.</p>}
      {open.length > 0 && list(open)}
      {settled.length > 0 && (
        <details>
          <summary className="text-accent">{count(settled.length, "resolved comment")}</summary>
          <div className="mt-2">{list(settled)}</div>
        </details>
      )}
    </>
  );
}

function PinItem({ session, pin, mayChange }: Omit<Props, "pins"> & { pin: NumberedPin }) {
  const isOpen = pin.resolved === null;
  return (
    <li
      id={`pin-${pin.id}`}
      tabIndex={-1}
      className="grid gap-1 rounded-md border border-line p-2 outline-offset-2"
    >
      <p className="text-2xs text-muted">
        <b className="text-ink">{pin.number}</b> · {sideWords[pin.side]} · <bdi>{pin.by}</bdi>,{" "}
        <Time at={pin.at} exact />
      </p>
      <p dir="auto" className="whitespace-pre-wrap">
        {pin.body}
      </p>
      {!isOpen && (
        <p className="text-2xs text-muted">
          Resolved by <bdi>{pin.resolved}</bdi>
        </p>
      )}
      {mayChange && (
        <ActionForm
          // After one it is about the other.
          key={String(isOpen)}
          action={resolvePin}
          hidden={{ id: pin.id, session, resolved: String(isOpen) }}
          submit={isOpen ? "Resolve" : "Reopen"}
          look="secondary"
          size="small"
        />
      )}
    </li>
  );
}
