import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/actions/account";
import { currentMember, currentUser } from "@/lib/auth";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "No access" };

export default async function NoAccessPage() {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  if (await currentMember()) redirect("/");
  return (
    <AccountPage title="You are not in this team yet">
      <p>
        You are signed in as <bdi className="font-medium">{user.email}</bdi>, but nobody has made
        you a member. Ask {env().contact ?? "whoever runs this Exhibit"} to add this address.
      </p>
      <form action={signOut}>
        <Button type="submit">Sign out</Button>
      </form>
    </AccountPage>
  );
}
