import type { Metadata } from "next";
import { SessionFilters } from "@/components/sessions/session-filters";
import { SessionPages } from "@/components/sessions/session-pages";
import { SessionTable } from "@/components/sessions/session-table";
import { SessionsEmpty } from "@/components/sessions/sessions-empty";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth";
import { listApplications, listSessions } from "@/lib/data/sessions";
import { parseSessionQuery } from "@/lib/search-params";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage({ searchParams }: PageProps<"/sessions">) {
  await requireMember();
  const { query, notices } = parseSessionQuery(await searchParams);
  const client = await readerClient();
  const [page, applications] = await Promise.all([
    listSessions(client, query, Date.now()),
    listApplications(client),
  ]);
  return (
    <>
      <PageHeader title="Sessions" />
      <SessionFilters key={JSON.stringify(query)} query={query} applications={applications} />
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
        <SessionTable rows={page.rows} query={query} />
      ) : (
        <SessionsEmpty query={query} />
      )}
      <SessionPages query={query} next={page.next} />
    </>
  );
}
