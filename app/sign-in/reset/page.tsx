import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { requestReset } from "@/lib/actions/account";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Forgotten password" };

export default function ResetPage() {
  if (env().mail === "off") notFound();
  return (
    <AccountPage title="Forgotten password">
      <ActionForm
        action={requestReset}
        submit="Send a link"
        done="If this address belongs to an account, a mail with a link is on its way. The link works once, within an hour."
      >
        <TextField name="email" label="Email" type="email" autoComplete="username" required />
      </ActionForm>
      <p className="text-sm">
        <Link href="/sign-in" className="text-accent underline">
          Back to sign in
        </Link>
      </p>
    </AccountPage>
  );
}
