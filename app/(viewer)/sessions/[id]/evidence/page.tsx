import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Viewer } from "@/components/viewer/viewer";
import { requireMember } from "@/lib/auth";
import { PICTURES, readViewer } from "@/lib/data/viewer";
import { parseThreshold, parseWay } from "@/lib/domain/viewer-address";
import { formatNumber } from "@/lib/format";
import { readerClient } from "@/lib/supabase/server";

type Props = PageProps<"/sessions/[id]/evidence">;

/** Once a request: the title and the page show the same session. */
const load = cache(async (id: string) => {
  await requireMember();
  if (!z.guid().safeParse(id).success) return null;
  return readViewer(await readerClient(), id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const shown = await load((await params).id);
  return { title: shown ? `Evidence of ${shown.title}`.slice(0, 120) : "Not found" };
}

export default async function EvidencePage({ params, searchParams }: Props) {
  const member = await requireMember();
  const [{ id }, { at, way, threshold }] = await Promise.all([params, searchParams]);
  const shown = await load(id);
  if (!shown) notFound();
  const { before, after } = shown.lists;
  if (![...before, ...after].some((url) => url?.trim())) {
    return <Nothing id={id} title={shown.title} />;
  }
  return (
    <>
      {shown.isCut && (
        <Notice tone="warn">
          Only the first {formatNumber(PICTURES)} pictures of each list are shown.
        </Notice>
      )}
      <Viewer
        session={id}
        title={shown.title}
        lists={shown.lists}
        pins={shown.pins}
        role={member.role}
        start={{
          at: typeof at === "string" ? at : null,
          way: parseWay(way),
          threshold: parseThreshold(threshold),
        }}
      />
    </>
  );
}

function Nothing({ id, title }: { id: string; title: string }) {
  return (
    <main className="m-auto w-full max-w-xl px-4">
      <h1 className="mb-3 font-semibold text-lg">Evidence of {title}</h1>
      <EmptyState
        title="This session shows no screenshots"
        action={
          <Link href={`/sessions/${id}`} prefetch={false} className={buttonClass()}>
            Back to the session
          </Link>
        }
      />
    </main>
  );
}
