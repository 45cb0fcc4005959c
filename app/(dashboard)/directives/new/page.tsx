import type { Metadata } from "next";
import { DirectiveForm } from "@/components/directives/directive-form";
import { NotAllowed } from "@/components/ui/not-allowed";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth";
import { listApplications } from "@/lib/data/sessions";
import { directivesHref } from "@/lib/domain/directive-query";
import { isAtLeast } from "@/lib/domain/roles";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "New directive" };

export default async function NewDirectivePage() {
  const { role, userId } = await requireMember();
  if (!isAtLeast(role, "reviewer")) {
    const back = { href: directivesHref(), label: "Go to the directives" };
    return <NotAllowed role={role} least="reviewer" what="write directives" back={back} />;
  }
  const applications = await listApplications(await readerClient());
  return (
    <>
      <PageHeader title="New directive" />
      <DirectiveForm present={null} memberId={userId} applications={applications} />
    </>
  );
}
