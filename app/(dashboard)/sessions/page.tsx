import type { Metadata } from "next";
import { SessionFilters } from "@/components/sessions/session-filters";
import { SessionTable } from "@/components/sessions/session-table";
import { SessionsEmpty } from "@/components/sessions/sessions-empty";
import { Notices } from "@/components/ui/notices";
import { PageHeader } from "@/components/ui/page-header";
import { Pages } from "@/components/ui/pages";
import { ViewsMenu } from "@/components/views/views-menu";
import { requireMember } from "@/lib/auth";
import { listApplications, listSessions } from "@/lib/data/sessions";
import { readViews } from "@/lib/data/views";
import { parseSessionQuery, sessionsHref } from "@/lib/search-params";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage({ searchParams }: PageProps<"/sessions">) {
  await requireMember();
  const params = await searchParams;
  const { query, notices } = parseSessionQuery(params);
  const client = await readerClient();
  const [page, applications, views] = await Promise.all([
    listSessions(client, query, Date.now()),
    listApplications(client),
    readViews(client, "sessions", params),
  ]);
  return (
    <>
      <PageHeader title="Sessions">
        <ViewsMenu list="sessions" views={views} params={params} />
      </PageHeader>
      <SessionFilters key={JSON.stringify(query)} query={query} applications={applications} />
      <Notices notices={notices} />
      {page.rows.length > 0 ? (
        <SessionTable rows={page.rows} query={query} />
      ) : (
        <SessionsEmpty query={query} />
      )}
      <Pages
        first={query.after && sessionsHref({ ...query, after: undefined })}
        next={page.next && sessionsHref({ ...query, after: page.next })}
      />
    </>
  );
}
