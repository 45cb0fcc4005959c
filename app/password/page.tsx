import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { setPassword } from "@/lib/actions/account";
import { currentUser } from "@/lib/auth";

export const metadata: Metadata = { title: "Choose a password" };

export default async function PasswordPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const password = { type: "password", autoComplete: "new-password", required: true } as const;
  return (
    <AccountPage title="Choose a password">
      <p>
        For <bdi>{user.email}</bdi>.
      </p>
      <ActionForm action={setPassword} submit="Save">
        <TextField
          name="password"
          label="New password"
          hint="10 characters or more."
          {...password}
        />
        <TextField name="repeated" label="The same again" {...password} />
      </ActionForm>
    </AccountPage>
  );
}
