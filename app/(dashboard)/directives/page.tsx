import type { Metadata } from "next";
import Link from "next/link";
import { DirectiveFilters } from "@/components/directives/directive-filters";
import { DirectiveTable } from "@/components/directives/directive-table";
import { DirectivesEmpty } from "@/components/directives/directives-empty";
import { LiveMark } from "@/components/live/live-mark";
import { Allowed } from "@/components/ui/allowed";
import { buttonClass } from "@/components/ui/button";
import { Notices } from "@/components/ui/notices";
import { PageHeader } from "@/components/ui/page-header";
import { Pages } from "@/components/ui/pages";
import { ViewsMenu } from "@/components/views/views-menu";
import { requireMember } from "@/lib/auth";
import { readMark } from "@/lib/data/changes";
import { listDirectives } from "@/lib/data/directives";
import { listApplications } from "@/lib/data/sessions";
import { readViews } from "@/lib/data/views";
import { directivesHref, parseDirectiveQuery } from "@/lib/domain/directive-query";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Directives" };

export default async function DirectivesPage({ searchParams }: PageProps<"/directives">) {
  const [mark] = await Promise.all([readMark(), requireMember()]);
  const params = await searchParams;
  const { query, notices } = parseDirectiveQuery(params);
  const client = await readerClient();
  const [page, applications, views] = await Promise.all([
    listDirectives(client, query, Date.now()),
    listApplications(client),
    readViews(client, "directives", params),
  ]);
  return (
    <>
      <LiveMark mark={mark} />
      <PageHeader title="Directives">
        <ViewsMenu list="directives" views={views} params={params} />
        <Allowed least="reviewer">
          <Link href="/directives/new" prefetch={false} className={buttonClass({ size: "small" })}>
            New directive
          </Link>
        </Allowed>
      </PageHeader>
      <DirectiveFilters key={JSON.stringify(query)} query={query} applications={applications} />
      <Notices notices={notices} />
      {page.rows.length > 0 ? (
        <DirectiveTable rows={page.rows} query={query} />
      ) : (
        <DirectivesEmpty query={query} />
      )}
      <Pages
        first={query.after && directivesHref({ ...query, after: undefined })}
        next={page.next && directivesHref({ ...query, after: page.next })}
      />
    </>
  );
}
