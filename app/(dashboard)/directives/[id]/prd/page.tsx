import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/directives/back-link";
import { PrdForm } from "@/components/directives/prd-form";
import { NotAllowed } from "@/components/ui/not-allowed";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth";
import { readDirective } from "@/lib/data/directive";
import { readPrdForm } from "@/lib/data/directive-form";
import { directiveHref, idOfPath } from "@/lib/domain/directive-query";
import { isAtLeast } from "@/lib/domain/roles";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "PRD" };

export default async function PrdPage({ params, searchParams }: PageProps<"/directives/[id]/prd">) {
  const { role, userId } = await requireMember();
  const id = idOfPath((await params).id);
  if (id === null) notFound();
  if (!isAtLeast(role, "reviewer")) {
    const back = { href: directiveHref(id), label: "Back to the directive" };
    return <NotAllowed role={role} least="reviewer" what="write PRDs" back={back} />;
  }
  const wanted = [(await searchParams).id].flat()[0] ?? null;
  const client = await readerClient();
  const [directive, present] = await Promise.all([
    readDirective(client, id),
    readPrdForm(client, id, wanted),
  ]);
  if (!directive || (wanted !== null && !present)) notFound();
  return (
    <>
      <PageHeader
        title={
          present ? (
            <>
              Edit <bdi>{present.id}</bdi>
            </>
          ) : (
            "Write the PRD"
          )
        }
      />
      <BackLink id={id} title={directive.title} />
      <PrdForm present={present} directive={directive} memberId={userId} />
    </>
  );
}
