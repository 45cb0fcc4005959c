import type { Metadata } from "next";
import { InviteCard } from "@/components/team/invite-card";
import { MembersTable } from "@/components/team/members-table";
import { NotAllowed } from "@/components/team/not-allowed";
import { TimelineCard } from "@/components/timeline/timeline-card";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth";
import { parseBefore, readTimeline } from "@/lib/data/events";
import { readTeam } from "@/lib/data/team";
import { env } from "@/lib/env";
import { count } from "@/lib/format";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Team" };

const EVENTS = 20;

export default async function TeamPage({ searchParams }: PageProps<"/team">) {
  const { userId, role } = await requireMember();
  if (role !== "admin") return <NotAllowed role={role} />;
  const before = parseBefore((await searchParams).before);
  const client = await readerClient();
  const [team, timeline] = await Promise.all([
    readTeam(client),
    readTimeline(client, { kind: "member" }, before, EVENTS),
  ]);
  return (
    <>
      <PageHeader title="Team" />
      <div className="grid items-start gap-4 lg:grid-cols-3 lg:grid-rows-[auto_1fr]">
        <Card title="Members" aside={count(team.length, "member")} className="lg:col-span-2">
          <MembersTable team={team} me={userId} />
        </Card>
        <div className="lg:row-span-2">
          <InviteCard byMail={env().mail === "on"} />
        </div>
        <div className="lg:col-span-2">
          <TimelineCard title="History of the team" timeline={timeline} href="/team" />
        </div>
      </div>
    </>
  );
}
