import { LogOut } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/actions/account";
import type { Member } from "@/lib/auth";

/** Who is signed in, the way to their account, and the way out. */
export function Person({ member }: { member: Member }) {
  return (
    <>
      <p className="min-w-0 max-w-40 whitespace-nowrap text-right leading-tight">
        <Link
          href="/account"
          prefetch={false}
          title={`Your account: ${member.email}`}
          className="block truncate font-medium text-xs hover:underline"
        >
          <bdi>{member.name}</bdi>
        </Link>
        <span className="block text-2xs text-muted">{member.role}</span>
      </p>
      <form action={signOut}>
        <Button type="submit" variant="ghost" size="small" title="Sign out" data-palette="Sign out">
          <LogOut aria-hidden className="size-4" />
          <span className="sr-only">Sign out</span>
        </Button>
      </form>
    </>
  );
}
