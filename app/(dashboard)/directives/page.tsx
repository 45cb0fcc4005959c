import type { Metadata } from "next";
import { DirectiveFilters } from "@/components/directives/directive-filters";
import { DirectivePages } from "@/components/directives/directive-pages";
import { DirectiveTable } from "@/components/directives/directive-table";
import { DirectivesEmpty } from "@/components/directives/directives-empty";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth";
import { listDirectives } from "@/lib/data/directives";
import { listApplications } from "@/lib/data/sessions";
import { parseDirectiveQuery } from "@/lib/domain/directive-query";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Directives" };

export default async function DirectivesPage({ searchParams }: PageProps<"/directives">) {
  await requireMember();
  const { query, notices } = parseDirectiveQuery(await searchParams);
  const client = await readerClient();
  const [page, applications] = await Promise.all([
    listDirectives(client, query, Date.now()),
    listApplications(client),
  ]);
  return (
    <>
      <PageHeader title="Directives" />
      <DirectiveFilters key={JSON.stringify(query)} query={query} applications={applications} />
      {notices.length > 0 && (
        <div className="mb-3">
          <Notice>
            {notices.map((notice) => (
              <p key={notice}>{notice}</p>
            ))}
          </Notice>
        </div>
      )}
      {page.rows.length > 0 ? (
        <DirectiveTable rows={page.rows} query={query} />
      ) : (
        <DirectivesEmpty query={query} />
      )}
      <DirectivePages query={query} next={page.next} />
    </>
  );
}
