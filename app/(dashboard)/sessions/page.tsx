import type { Metadata } from "next";
import { ColumnsMenu } from "@/components/sessions/columns-menu";
import { SessionFilters } from "@/components/sessions/session-filters";
import { SessionTable } from "@/components/sessions/session-table";
import { SessionsEmpty } from "@/components/sessions/sessions-empty";
import { TooSlow } from "@/components/sessions/too-slow";
import { Notices } from "@/components/ui/notices";
import { PageHeader } from "@/components/ui/page-header";
import { Pages } from "@/components/ui/pages";
import { ViewsMenu } from "@/components/views/views-menu";
import { requireMember } from "@/lib/auth";
import { readColumns } from "@/lib/columns";
import { listReviewers } from "@/lib/data/review-queue";
import {
  countFacets,
  listApplications,
  listOrchestrators,
  listSessions,
} from "@/lib/data/sessions";
import { readViews } from "@/lib/data/views";
import { isAtLeast } from "@/lib/domain/roles";
import { isTooSlow } from "@/lib/errors";
import { parseSessionQuery, sessionsHref } from "@/lib/search-params";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage({ searchParams }: PageProps<"/sessions">) {
  const { userId, role } = await requireMember();
  const params = await searchParams;
  const { query, notices } = parseSessionQuery(params);
  const [client, columns] = await Promise.all([readerClient(), readColumns()]);
  const now = Date.now();
  const [page, applications, orchestrators, views, reviewers] = await Promise.all([
    listSessions(client, query, now).catch((error) => {
      if (isTooSlow(error)) return null;
      throw error;
    }),
    listApplications(client),
    listOrchestrators(client),
    readViews(client, "sessions", params),
    isAtLeast(role, "reviewer") ? listReviewers(client) : [],
  ]);
  return (
    <>
      <PageHeader title="Sessions">
        <ViewsMenu list="sessions" views={views} params={params} />
        <ColumnsMenu shown={columns} />
      </PageHeader>
      <SessionFilters
        key={JSON.stringify(query)}
        query={query}
        applications={applications}
        orchestrators={orchestrators}
        // Not waited for: the list is here, and these come when they come.
        counts={countFacets(client, query, now)}
      />
      <Notices notices={notices} />
      {page === null && <TooSlow query={query} now={now} />}
      {page?.rows.length === 0 && <SessionsEmpty query={query} />}
      {page && page.rows.length > 0 && (
        <SessionTable
          rows={page.rows}
          columns={columns}
          query={query}
          reviewers={reviewers}
          memberId={userId}
        />
      )}
      <Pages
        first={query.after && sessionsHref({ ...query, after: undefined })}
        next={page?.next ? sessionsHref({ ...query, after: page.next }) : null}
      />
    </>
  );
}
