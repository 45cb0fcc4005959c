import { LogOut } from "lucide-react";
import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/actions/account";
import type { Member } from "@/lib/auth";

/** Who is signed in, and the way out. */
export function Person({ member }: { member: Member }) {
  return (
    <>
      <p className="min-w-0 max-w-40 text-right leading-tight">
        <span className="block truncate font-medium text-xs" title={member.email}>
          <bdi>{member.name}</bdi>
        </span>
        <span className="block text-2xs text-muted">{member.role}</span>
      </p>
      <form action={signOut}>
        <Button type="submit" variant="ghost" size="small" title="Sign out">
          <LogOut aria-hidden className="size-4" />
          <span className="sr-only">Sign out</span>
        </Button>
      </form>
    </>
  );
}
