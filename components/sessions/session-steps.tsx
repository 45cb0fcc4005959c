import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { Allowed } from "@/components/ui/allowed";
import { buttonClass } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { changeStatus } from "@/lib/actions/sessions";
import type { Session } from "@/lib/data/session";
import { holderOf, stepsFrom, takenWords } from "@/lib/domain/lifecycle";
import { CompletionNotes } from "./completion-notes";
import { DeletePanel } from "./delete-panel";

type Step = ReturnType<typeof stepsFrom>[number];

/** What can be done with the session as a whole, and what cannot and why. */
export function SessionSteps({ session, verdicts }: { session: Session; verdicts: number }) {
  return (
    <div className="mt-3 flex flex-wrap items-start gap-2">
      <Allowed least="reviewer">
        {session.status === "completed" && (
          <a
            href="#verdicts"
            className={buttonClass({
              size: "small",
              variant: session.waiting ? "primary" : "secondary",
            })}
          >
            Approve or request changes
          </a>
        )}
        {stepsFrom(session.status).map((step) => (
          <StepPanel key={step.label} step={step} session={session} />
        ))}
      </Allowed>
      <Allowed least="admin">
        <DeletePanel session={session} verdicts={verdicts} />
      </Allowed>
    </div>
  );
}

function StepPanel({ step, session }: { step: Step; session: Session }) {
  const { id, directive, status, siblings } = session;
  const holder = holderOf(step.to, siblings, id);
  if (holder) {
    return (
      <Disclosure label={`${step.label}…`} group="session-step">
        {/* Heard where it comes in the form's place, because somebody else was faster. */}
        <p role="alert">{takenWords(directive.id, holder, status)}</p>
        <p className="mt-2">
          <Link
            href={`/sessions/${holder.id}`}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            Open the {holder.status} session
          </Link>
        </p>
      </Disclosure>
    );
  }
  if (step.to === "paused" || step.label === "Resume") {
    return <StepForm step={step} session={session} />;
  }
  return (
    <Disclosure
      label={`${step.label}…`}
      group="session-step"
      look={step.to === "completed" ? { variant: "primary" } : undefined}
    >
      <StepForm step={step} session={session} />
    </Disclosure>
  );
}

function StepForm({ step, session }: { step: Step; session: Session }) {
  const { id, directive, seen, status } = session;
  return (
    <ActionForm
      action={changeStatus}
      hidden={{ session: id, sd: directive.id, seen, from: status, to: step.to }}
      submit={step.label}
      look={step.to === "failed" || step.to === "cancelled" ? "danger" : "primary"}
      size={step.reason === "none" && step.to !== "completed" ? "small" : undefined}
    >
      {step.to === "completed" && <CompletionNotes session={session} />}
      {step.to === "cancelled" && <p>A session that is cancelled stays so.</p>}
      {step.label === "Reopen" && (
        <p>
          It becomes active and its end is forgotten
          {status === "completed" && "; a complete directive goes back to in progress"}. The history
          keeps both.
        </p>
      )}
      {step.reason !== "none" && (
        <TextArea
          name="reason"
          label={step.reason === "needed" ? "Reason" : "Reason (if there is one to tell)"}
          rows={2}
          maxLength={500}
        />
      )}
    </ActionForm>
  );
}
