import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { readAdminNames } from "@/lib/data/team";
import type { Role } from "@/lib/domain/roles";
import { readerClient } from "@/lib/supabase/server";

const list = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** In place of what is for admins: who can help. */
export async function NotAllowed({ role }: { role: Role }) {
  const names = await readAdminNames(await readerClient());
  return (
    <>
      <PageHeader title="Team" />
      <EmptyState
        title="Admins manage the team"
        action={
          <Link href="/account" prefetch={false} className={buttonClass()}>
            Go to your account
          </Link>
        }
      >
        You are a {role}. To invite somebody, change a role or get a link to set a new password, ask{" "}
        <bdi>{list.format(names)}</bdi>.
      </EmptyState>
    </>
  );
}
