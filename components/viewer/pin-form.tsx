import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { pinEvidence } from "@/lib/actions/evidence";
import type { Pair } from "@/lib/domain/evidence";
import type { Pinning } from "./use-pinning";

type Props = { session: string; pair: Pair; pinning: Pinning };

/** What is to be said at the point that was chosen; before that, how to choose one. */
export function PinForm({ session, pair, pinning: { at, cancel } }: Props) {
  if (!at) return null;
  const url = at.placed && pair[at.placed.side]?.url;
  const giveUp = (
    <Button onClick={cancel} size="small" variant="ghost" aria-keyshortcuts="Escape">
      Cancel
    </Button>
  );
  if (!at.placed || !url) {
    return (
      <div className="rounded-md border border-accent/40 bg-accent-soft p-2">
        <p role="status">
          Click the point, or move the cross with the arrow keys and press Enter. Space changes the
          side.
        </p>
        {giveUp}
      </div>
    );
  }
  return (
    <ActionForm
      action={pinEvidence}
      hidden={{ id: at.placed.id, session, url, x: at.x, y: at.y }}
      submit={
        <p className="flex gap-2">
          <SubmitButton size="small">Save the comment</SubmitButton>
          {giveUp}
        </p>
      }
      className="grid gap-2 rounded-md border border-accent/40 bg-accent-soft p-2"
    >
      <TextArea
        name="body"
        label={`Comment on the picture ${at.placed.side}`}
        maxLength={2000}
        // It was asked for just now, by whoever chose the point.
        autoFocus
      />
    </ActionForm>
  );
}
