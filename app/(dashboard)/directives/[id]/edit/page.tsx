import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/directives/back-link";
import { DirectiveForm } from "@/components/directives/directive-form";
import { NotAllowed } from "@/components/ui/not-allowed";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth";
import { readDirectiveForm } from "@/lib/data/directive-form";
import { listApplications } from "@/lib/data/sessions";
import { directiveHref, idOfPath } from "@/lib/domain/directive-query";
import { isAtLeast } from "@/lib/domain/roles";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Edit a directive" };

export default async function EditDirectivePage({ params }: PageProps<"/directives/[id]/edit">) {
  const { role, userId } = await requireMember();
  const id = idOfPath((await params).id);
  if (id === null) notFound();
  if (!isAtLeast(role, "reviewer")) {
    const back = { href: directiveHref(id), label: "Back to the directive" };
    return <NotAllowed role={role} least="reviewer" what="write directives" back={back} />;
  }
  const client = await readerClient();
  const [present, applications] = await Promise.all([
    readDirectiveForm(client, id),
    listApplications(client),
  ]);
  if (!present) notFound();
  return (
    <>
      <PageHeader
        title={
          <>
            Edit <bdi>{id}</bdi>
          </>
        }
      />
      <BackLink id={id} />
      <DirectiveForm present={present} memberId={userId} applications={applications} />
    </>
  );
}
