import { LockKeyhole } from "lucide-react";
import Link from "next/link";
import { readAdmins } from "@/lib/data/admins";
import { type Role, whoMay } from "@/lib/domain/roles";
import { readerClient } from "@/lib/supabase/server";
import { buttonClass } from "./button";

type Props = {
  /** The role that one has, and the one that it takes. */
  role: Role;
  least: Role;
  /** Said of those who may: "write directives". */
  what: string;
  back: { href: string; label: string };
};

/** In place of a page that is not for everybody: who may, who can change that, and the way on. */
export async function NotAllowed({ role, least, what, back }: Props) {
  const admins = await readAdmins(await readerClient());
  return (
    <div className="mx-auto max-w-lg px-4 py-16 text-center">
      <LockKeyhole aria-hidden className="mx-auto size-8 text-muted" />
      <h1 className="mt-3 font-semibold text-lg">
        {whoMay[least]} {what}
      </h1>
      <p className="mt-1 text-muted">
        You are a {role}: you can read everything and change nothing here.
        {admins.length > 0 && (
          <>
            {" "}
            An admin can give you another role: <bdi>{admins.join(", ")}</bdi>.
          </>
        )}
      </p>
      <p className="mt-5">
        <Link href={back.href} prefetch={false} className={buttonClass()}>
          {back.label}
        </Link>
      </p>
    </div>
  );
}
