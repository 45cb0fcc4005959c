import type { Metadata } from "next";
import Link from "next/link";
import { AccountPage } from "@/components/account/account-page";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { signIn } from "@/lib/actions/account";
import { ownPath } from "@/lib/domain/links";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next } = await searchParams;
  return (
    <AccountPage title="Sign in">
      <ActionForm action={signIn} hidden={{ next: ownPath(next) }} submit="Sign in">
        <TextField name="email" label="Email" type="email" autoComplete="username" required />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
        />
      </ActionForm>
      <p className="text-muted text-sm">
        {env().mail === "on" ? (
          <Link href="/sign-in/reset" className="text-accent underline">
            Forgot your password?
          </Link>
        ) : (
          "Forgot your password? An admin of your team can give you a link to set a new one."
        )}
      </p>
    </AccountPage>
  );
}
