import { Allowed } from "@/components/ui/allowed";
import { Card } from "@/components/ui/card";
import type { Member } from "@/lib/auth";
import type { Review } from "@/lib/data/reviews";
import type { Session } from "@/lib/data/session";
import type { Place } from "@/lib/domain/review-queue";
import { isAtLeast, whoMay } from "@/lib/domain/roles";
import { AssignmentPanel, type Holder } from "./assignment-panel";
import { VerdictForm } from "./verdict-form";
import { Verdicts } from "./verdicts-card";

type Props = {
  session: Session;
  reviews: Review[];
  holder: Holder;
  reviewers: { id: string; name: string }[];
  place: Place;
  member: Member;
};

/** Whose it is, the form, and what was decided before. */
export function VerdictPane(props: Props) {
  const { session, reviews, place, member } = props;
  return (
    <div className="grid min-w-0 gap-4 xl:sticky xl:top-4">
      {session.waiting && <AssignmentPanel {...props} />}
      <Allowed least="reviewer">
        <Card title="Your verdict">
          <VerdictForm key={session.id} session={session} memberId={member.userId} queue={place} />
        </Card>
      </Allowed>
      {!isAtLeast(member.role, "reviewer") && (
        <p className="text-muted">{whoMay.reviewer} decide here. You can read all of it.</p>
      )}
      {!place.blind && (
        <Card title="Verdicts and comments">
          <Verdicts reviews={reviews} />
        </Card>
      )}
    </div>
  );
}
