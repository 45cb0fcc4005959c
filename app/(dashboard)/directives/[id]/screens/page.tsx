import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/directives/back-link";
import { AttemptHeads } from "@/components/evidence/attempt-heads";
import { ScreenRows } from "@/components/evidence/screen-rows";
import { LiveMark } from "@/components/live/live-mark";
import { EmptyState } from "@/components/ui/empty-state";
import { Notices } from "@/components/ui/notices";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth";
import { readMark } from "@/lib/data/changes";
import { readDirective } from "@/lib/data/directive";
import { readAttemptPairs } from "@/lib/data/gallery";
import { idOfPath } from "@/lib/domain/directive-query";
import { screensOf } from "@/lib/domain/screens";
import { readerClient } from "@/lib/supabase/server";

type Props = PageProps<"/directives/[id]/screens">;

const MOST = 200;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireMember();
  return { title: `Screens of ${idOfPath((await params).id) ?? "a directive"}` };
}

export default async function ScreensPage({ params }: Props) {
  const id = idOfPath((await params).id);
  const [mark] = await Promise.all([id === null ? 0 : readMark({ sd: id }), requireMember()]);
  if (id === null) notFound();
  const client = await readerClient();
  const [directive, attempts] = await Promise.all([
    readDirective(client, id),
    readAttemptPairs(client, id, Date.now()),
  ]);
  if (!directive) notFound();
  const screens = screensOf(attempts.map(({ pairs }) => pairs));
  const isCut = screens.length > MOST || attempts.some(({ cut }) => cut);
  return (
    <>
      <PageHeader title="Screens through the attempts" />
      <LiveMark mark={mark} scope={{ sd: id }} applies />
      <BackLink id={id} title={directive.title} />
      {screens.length > 0 ? (
        <>
          <Notices
            notices={
              isCut
                ? [
                    `There are more screens than fit here: these are the first ${Math.min(screens.length, MOST)}. The sessions have all of them.`,
                  ]
                : []
            }
          />
          <AttemptHeads attempts={attempts} />
          <ScreenRows screens={screens.slice(0, MOST)} attempts={attempts.map(({ id }) => id)} />
        </>
      ) : (
        <EmptyState title="No attempt at this directive shows a screenshot">
          <p>
            They appear here as soon as an agent names some, or a reviewer adds them to a session.
          </p>
        </EmptyState>
      )}
    </>
  );
}
