import type { Metadata } from "next";
import { SessionFilters } from "@/components/sessions/session-filters";
import { SessionTable } from "@/components/sessions/session-table";
import { SessionsEmpty } from "@/components/sessions/sessions-empty";
import { Notices } from "@/components/ui/notices";
import { PageHeader } from "@/components/ui/page-header";
import { Pages } from "@/components/ui/pages";
import { requireMember } from "@/lib/auth";
import { listReviewers } from "@/lib/data/review-queue";
import { listApplications, listSessions } from "@/lib/data/sessions";
import { isAtLeast } from "@/lib/domain/roles";
import { parseSessionQuery, sessionsHref } from "@/lib/search-params";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage({ searchParams }: PageProps<"/sessions">) {
  const { userId, role } = await requireMember();
  const { query, notices } = parseSessionQuery(await searchParams);
  const client = await readerClient();
  const [page, applications, reviewers] = await Promise.all([
    listSessions(client, query, Date.now()),
    listApplications(client),
    isAtLeast(role, "reviewer") ? listReviewers(client) : [],
  ]);
  return (
    <>
      <PageHeader title="Sessions" />
      <SessionFilters key={JSON.stringify(query)} query={query} applications={applications} />
      <Notices notices={notices} />
      {page.rows.length > 0 ? (
        <SessionTable rows={page.rows} query={query} reviewers={reviewers} memberId={userId} />
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
