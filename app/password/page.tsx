import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/account/account-form";
import { AccountPage } from "@/components/account/account-page";
import { setPassword } from "@/lib/actions/account";
import { currentUser } from "@/lib/auth";

export const metadata: Metadata = { title: "Choose a password" };

export default async function PasswordPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const password = { type: "password", autoComplete: "new-password" } as const;
  return (
    <AccountPage title="Choose a password">
      <p>
        For <bdi>{user.email}</bdi>.
      </p>
      <AccountForm
        action={setPassword}
        submit="Save"
        inputs={[
          { name: "password", label: "New password", hint: "10 characters or more.", ...password },
          { name: "repeated", label: "The same again", ...password },
        ]}
      />
    </AccountPage>
  );
}
