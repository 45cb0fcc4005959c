import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/fields";
import { Card } from "@/components/ui/card";
import { changeRole } from "@/lib/actions/team";
import type { Teammate } from "@/lib/data/team";
import { roleOptions } from "@/lib/domain/roles";

export function RoleCard({ member }: { member: Teammate }) {
  const { userId, name, role, isLastAdmin } = member;
  return (
    <Card title="Role">
      {isLastAdmin ? (
        <p>
          <bdi>{name}</bdi> is the last admin and stays one: somebody has to manage the team. Make
          another member an admin first.
        </p>
      ) : (
        <ActionForm
          action={changeRole}
          hidden={{ user: userId, name, was: role }}
          submit="Change the role"
        >
          <SelectField
            name="role"
            label="Role"
            options={roleOptions}
            defaultValue={role}
            hint="It counts from their next click. A viewer gives back the reviews that they hold."
          />
        </ActionForm>
      )}
    </Card>
  );
}
