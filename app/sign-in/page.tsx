import type { Metadata } from "next";
import Link from "next/link";
import { AccountForm } from "@/components/account/account-form";
import { AccountPage } from "@/components/account/account-page";
import { signIn } from "@/lib/actions/account";
import { ownPath } from "@/lib/domain/links";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next } = await searchParams;
  return (
    <AccountPage title="Sign in">
      <AccountForm
        action={signIn}
        hidden={{ next: ownPath(next) }}
        submit="Sign in"
        inputs={[
          { name: "email", label: "Email", type: "email", autoComplete: "username" },
          {
            name: "password",
            label: "Password",
            type: "password",
            autoComplete: "current-password",
          },
        ]}
      />
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
