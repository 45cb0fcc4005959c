import type { Metadata } from "next";
import { LiveMark } from "@/components/live/live-mark";
import { ExportMenu } from "@/components/sessions/export-menu";
import { SessionFilters } from "@/components/sessions/session-filters";
import { SessionTable } from "@/components/sessions/session-table";
import { SessionsEmpty } from "@/components/sessions/sessions-empty";
import { Notices } from "@/components/ui/notices";
import { PageHeader } from "@/components/ui/page-header";
import { Pages } from "@/components/ui/pages";
import { requireMember } from "@/lib/auth";
import { readMark } from "@/lib/data/changes";
import { listApplications, listSessions } from "@/lib/data/sessions";
import { parseSessionQuery, sessionsHref } from "@/lib/search-params";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage({ searchParams }: PageProps<"/sessions">) {
  const [mark] = await Promise.all([readMark(), requireMember()]);
  const { query, notices } = parseSessionQuery(await searchParams);
  const client = await readerClient();
  const [page, applications] = await Promise.all([
    listSessions(client, query, Date.now()),
    listApplications(client),
  ]);
  return (
    <>
      <LiveMark mark={mark} />
      <PageHeader title="Sessions">
        <ExportMenu query={query} />
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
