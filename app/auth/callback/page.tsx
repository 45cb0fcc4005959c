import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { ActionForm } from "@/components/forms/action-form";
import { followLink } from "@/lib/actions/account";

export const metadata: Metadata = { title: "Set a password" };

/** Where the links of mails and of admins lead. */
export default async function CallbackPage({ searchParams }: PageProps<"/auth/callback">) {
  const { token_hash } = await searchParams;
  return (
    <AccountPage title="Set a password">
      <p>This link works once. Go on to choose a password for your account.</p>
      <ActionForm
        action={followLink}
        hidden={{ token_hash: [token_hash].flat()[0] }}
        submit="Go on"
      />
    </AccountPage>
  );
}
