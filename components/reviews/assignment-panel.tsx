import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { Allowed } from "@/components/ui/allowed";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { assignReview, skipReview } from "@/lib/actions/reviews";
import type { Member } from "@/lib/auth";
import type { Session } from "@/lib/data/session";
import type { Place } from "@/lib/domain/review-queue";
import { formatMoment } from "@/lib/format";

/** Who has the review, and until when (ISO; null for one that was assigned). */
export type Holder = { id: string; until: string | null } | null;

type Props = {
  session: Session;
  holder: Holder;
  reviewers: { id: string; name: string }[];
  place: Place;
  member: Member;
};

export function AssignmentPanel({ session: { id }, holder, reviewers, place, member }: Props) {
  const mine = holder?.id === member.userId;
  const name = reviewers.find((each) => each.id === holder?.id)?.name ?? "A former member";
  const was = holder?.id ?? "";
  const quick = { action: assignReview, look: "secondary", size: "small" } as const;
  return (
    <Card title="Who reviews it">
      <p>
        {holder ? (
          <>
            <bdi className="font-medium">{mine ? "You" : name}</bdi>
            {holder.until ? `, until ${formatMoment(holder.until)}` : ", until it is decided"}
          </>
        ) : (
          "Nobody yet."
        )}
      </p>
      <Allowed least="reviewer">
        <div className="mt-2 flex flex-wrap items-start gap-2">
          {mine ? (
            <ActionForm {...quick} hidden={{ session: id, was }} submit="Give it back" />
          ) : (
            <ActionForm
              {...quick}
              hidden={{ session: id, was, reviewer: member.userId }}
              submit={holder ? "Take it over" : "Take it"}
            />
          )}
          <ActionForm
            action={skipReview}
            hidden={{ session: id, show: place.show, blind: place.blind ? "on" : "" }}
            submit={
              <SubmitButton variant="secondary" size="small" aria-keyshortcuts="s">
                Skip
              </SubmitButton>
            }
          />
          <Disclosure label="Assign…">
            <ActionForm action={assignReview} hidden={{ session: id, was }} submit="Assign">
              <SelectField
                name="reviewer"
                label="To"
                options={reviewers.map(({ id: value, name: label }) => ({ value, label }))}
                defaultValue={holder?.id}
              />
            </ActionForm>
          </Disclosure>
        </div>
      </Allowed>
    </Card>
  );
}
