import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NotAllowed } from "@/components/team/not-allowed";
import { PasswordCard } from "@/components/team/password-card";
import { RemoveCard } from "@/components/team/remove-card";
import { RoleCard } from "@/components/team/role-card";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth";
import { countHeldReviews, readTeam } from "@/lib/data/team";
import { env } from "@/lib/env";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Member" };

export default async function MemberPage({ params }: PageProps<"/team/[id]">) {
  const { userId, role } = await requireMember();
  if (role !== "admin") return <NotAllowed role={role} />;
  const { id } = await params;
  const client = await readerClient();
  const member = (await readTeam(client)).find((each) => each.userId === id);
  if (!member) notFound();
  const heldReviews = await countHeldReviews(client, member.userId);
  return (
    <>
      <PageHeader title={<bdi>{member.name}</bdi>}>
        <Badge tone={member.role === "admin" ? "accent" : "neutral"}>{member.role}</Badge>
      </PageHeader>
      <p className="mb-4 text-muted">
        <bdi>{member.email}</bdi> ·{" "}
        <Link href="/team" prefetch={false} className="text-accent underline underline-offset-2">
          all of the team
        </Link>
      </p>
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <RoleCard member={member} />
        <PasswordCard member={member} byMail={env().mail === "on"} />
        <RemoveCard member={member} heldReviews={heldReviews} isMe={member.userId === userId} />
      </div>
    </>
  );
}
