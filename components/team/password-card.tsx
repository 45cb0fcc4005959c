import { ActionForm } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import { makePasswordLink } from "@/lib/actions/team";
import type { Teammate } from "@/lib/data/team";
import { LINK_HINT } from "./link-hint";

type Props = { member: Teammate; byMail: boolean };

export function PasswordCard({ member: { userId, name, email }, byMail }: Props) {
  return (
    <Card title="Password">
      <ActionForm
        action={makePasswordLink}
        hidden={{ user: userId, name }}
        submit={byMail ? "Send a link" : "Make a link"}
        look="secondary"
        resultHint={LINK_HINT}
      >
        <p>
          A link to set a new password, {byMail ? "by mail to " : "for "}
          <bdi>{email}</bdi>. The present one works until the link is used; an earlier link ends.
        </p>
      </ActionForm>
    </Card>
  );
}
