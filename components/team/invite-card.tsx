import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextField } from "@/components/forms/fields";
import { Card } from "@/components/ui/card";
import { inviteMember } from "@/lib/actions/team";
import { roleOptions } from "@/lib/domain/roles";
import { LINK_HINT } from "./link-hint";

export function InviteCard({ byMail }: { byMail: boolean }) {
  return (
    <Card title="Invite somebody">
      <ActionForm action={inviteMember} submit="Invite" resultHint={LINK_HINT}>
        <TextField name="name" label="Name" autoComplete="off" maxLength={100} required />
        <TextField
          name="email"
          label="Email"
          type="email"
          autoComplete="off"
          hint={
            byMail
              ? "They get a mail with a link to set a password."
              : "You get a link with which they set a password. This Exhibit sends no mail."
          }
          required
        />
        <SelectField name="role" label="Role" options={roleOptions} defaultValue="reviewer" />
      </ActionForm>
    </Card>
  );
}
