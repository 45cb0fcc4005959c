import type { ReactNode } from "react";
import { currentMember } from "@/lib/auth";
import { isAtLeast, type Role } from "@/lib/domain/roles";

type Props = { least: Role; children: ReactNode };

/** For those who may; the action itself has the last word. */
export async function Allowed({ least, children }: Props) {
  const member = await currentMember();
  return member && isAtLeast(member.role, least) ? children : null;
}
