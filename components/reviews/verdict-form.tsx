import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField, PercentField, TextArea } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { giveVerdict } from "@/lib/actions/reviews";
import type { Session } from "@/lib/data/session";
import type { QueueView } from "@/lib/domain/review-queue";
import { domains } from "@/lib/domain/scores";
import { Consequences } from "./consequences";

type Props = {
  session: Session;
  memberId: string;
  /** Where it is given from the queue: how that is looked at. */
  queue?: { show: QueueView; blind: boolean };
};

const decisions = [
  { value: "approve", label: "Approve", shortcut: "a" },
  { value: "request_changes", label: "Request changes", shortcut: "r" },
] as const;
const comment = { value: "comment", label: "Comment", shortcut: "c" } as const;

export function VerdictForm({ session, memberId, queue }: Props) {
  const { id, seen, status } = session;
  const isCompleted = status === "completed";
  return (
    <ActionForm
      action={giveVerdict}
      hidden={{
        // Sent twice it is given once.
        id: crypto.randomUUID(),
        session: id,
        seen,
        scoredBlind: queue?.blind ? "yes" : "no",
        ...(queue && { show: queue.show, blind: queue.blind ? "on" : "" }),
      }}
      draft={`${memberId}:verdict:${id}`}
      className="group/verdict grid gap-3"
      submit={queue ? <QueueButtons /> : "Submit"}
    >
      <ChoiceField
        name="verdict"
        label="Your decision"
        options={isCompleted ? [...decisions, comment] : [comment]}
        defaultValue={isCompleted ? undefined : "comment"}
        hint={isCompleted ? undefined : "It can be approved or sent back once it is completed."}
      />
      <TextArea
        name="body"
        label="What you found"
        hint="Plain text; links become links."
        rows={4}
        maxLength={20_000}
      />
      <fieldset>
        <legend className="mb-1 font-medium">
          Your own scores <span className="font-normal text-muted">0 to 100, or empty</span>
        </legend>
        <div className="grid grid-cols-4 gap-2">
          {domains.map(({ key, label, short }, index) => (
            <PercentField
              key={key}
              name={key}
              label={<abbr title={label}>{short}</abbr>}
              aria-label={`Your score: ${label}`}
              aria-keyshortcuts={String(index + 1)}
            />
          ))}
        </div>
      </fieldset>
      {isCompleted && <Consequences session={session} />}
    </ActionForm>
  );
}

function QueueButtons() {
  return (
    <p className="flex flex-wrap gap-2">
      <SubmitButton name="next" value="yes" aria-keyshortcuts="Control+Enter Meta+Enter">
        Submit and next
      </SubmitButton>
      <SubmitButton variant="secondary">Submit</SubmitButton>
    </p>
  );
}
