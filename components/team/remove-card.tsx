import { ActionForm } from "@/components/forms/action-form";
import { CheckField } from "@/components/forms/fields";
import { Card } from "@/components/ui/card";
import { removeMember } from "@/lib/actions/team";
import type { Teammate } from "@/lib/data/team";
import { count } from "@/lib/format";

type Props = { member: Teammate; heldReviews: number; isMe: boolean };

/** Says what goes and what stays before it asks. */
export function RemoveCard({ member, heldReviews, isMe }: Props) {
  const { userId, name, email, role, isLastAdmin } = member;
  if (isLastAdmin) {
    return (
      <Card title="Remove">
        <p>The last admin cannot be removed. Make another member an admin first.</p>
      </Card>
    );
  }
  return (
    <Card title="Remove">
      <ActionForm
        action={removeMember}
        hidden={{ user: userId, name, email, was: role }}
        submit={isMe ? "Remove yourself" : "Remove from the team"}
        look="danger"
      >
        <dl className="grid gap-2 sm:grid-cols-[auto_1fr] sm:gap-x-4">
          <dt className="font-medium">Goes</dt>
          <dd>
            Their login, which ends at once everywhere
            {isMe && ": you will be signed out"}
            {heldReviews > 0
              ? `; and their hold on ${count(heldReviews, "review")}, which somebody else can take then.`
              : "; they hold no review."}
          </dd>
          <dt className="font-medium">Stays</dt>
          <dd>Their verdicts, with their name, and all that they did in the history.</dd>
        </dl>
        <CheckField
          name="sure"
          label={
            <>
              Yes, remove <bdi>{name}</bdi>
            </>
          }
        />
      </ActionForm>
    </Card>
  );
}
