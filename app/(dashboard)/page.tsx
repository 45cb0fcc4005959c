import type { Metadata } from "next";
import { LiveMark } from "@/components/live/live-mark";
import { AttentionCard } from "@/components/overview/attention-card";
import { ChartGrid } from "@/components/overview/chart-grid";
import { DirectivesCard } from "@/components/overview/directives-card";
import { JudgementCards } from "@/components/overview/judgement-cards";
import { NothingStarted } from "@/components/overview/nothing-started";
import { OverviewFilters } from "@/components/overview/overview-filters";
import { Tiles } from "@/components/overview/tiles";
import { SessionsEmpty } from "@/components/sessions/sessions-empty";
import { Notices } from "@/components/ui/notices";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth";
import { readMark } from "@/lib/data/changes";
import { readCharts } from "@/lib/data/overview";
import { hasSessions, readLists, readTiles } from "@/lib/data/overview-now";
import { readJudgement } from "@/lib/data/overview-reviews";
import { listApplications } from "@/lib/data/sessions";
import { parseOverviewQuery, scopeOf } from "@/lib/domain/overview-query";
import { parseSessionQuery } from "@/lib/search-params";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ searchParams }: PageProps<"/">) {
  const [mark] = await Promise.all([readMark(), requireMember()]);
  const { query, notices } = parseOverviewQuery(await searchParams);
  const client = await readerClient();
  const now = Date.now();
  const scope = scopeOf(query, now);
  const [any, applications, tiles, charts, lists, judgement] = await Promise.all([
    hasSessions(client),
    listApplications(client),
    readTiles(client, scope),
    readCharts(client, scope),
    readLists(client, scope, { all: query.attention }, now),
    readJudgement(client, scope),
  ]);
  if (!any) {
    return (
      <>
        <LiveMark mark={mark} applies />
        <PageHeader title="Overview" />
        <SessionsEmpty query={parseSessionQuery({}).query} />
      </>
    );
  }
  const cards = (
    <>
      <AttentionCard attention={lists.attention} query={query} />
      <DirectivesCard moved={lists.moved} still={lists.still} now={now} />
    </>
  );
  return (
    <>
      <LiveMark mark={mark} applies />
      <PageHeader title="Overview">
        {/* The frame's script says there how old the page is. */}
        <span id="live-age" className="text-muted text-xs" />
      </PageHeader>
      <OverviewFilters key={JSON.stringify(query)} query={query} applications={applications} />
      <Notices notices={notices} />
      <Tiles tiles={tiles} scope={scope} now={now} />
      {charts.types.length > 0 ? (
        <>
          <ChartGrid charts={charts} scope={scope} now={now}>
            {cards}
          </ChartGrid>
          <JudgementCards judgement={judgement} />
        </>
      ) : (
        <>
          <NothingStarted query={query} />
          <div className="mt-4 grid gap-4 lg:grid-cols-2">{cards}</div>
        </>
      )}
    </>
  );
}
