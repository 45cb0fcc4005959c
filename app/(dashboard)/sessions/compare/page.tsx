import type { Metadata } from "next";
import { CompareSame } from "@/components/compare/compare-same";
import { CompareTable } from "@/components/compare/compare-table";
import { CompareTooFew } from "@/components/compare/compare-too-few";
import { LiveMark } from "@/components/live/live-mark";
import { Notices } from "@/components/ui/notices";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth";
import { parseCompared } from "@/lib/compare-params";
import { readAttempts } from "@/lib/data/attempts";
import { readMark } from "@/lib/data/changes";
import { RECORDS } from "@/lib/data/session";
import { comparison } from "@/lib/domain/comparison";
import { count } from "@/lib/format";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Compare sessions" };

export default async function ComparePage({ searchParams }: PageProps<"/sessions/compare">) {
  const [mark] = await Promise.all([readMark(), requireMember()]);
  const { ids, notices } = parseCompared(await searchParams);
  const attempts =
    ids.length > 0 ? await readAttempts(await readerClient(), { ids }, Date.now()) : [];
  const gone = ids.length - attempts.length;
  if (gone > 0) notices.push(`${count(gone, "session")} asked for could not be found: left out.`);
  if (attempts.some(({ cut }) => cut.length > 0)) {
    notices.push(`Of checkpoints and sub-agents, only the first ${RECORDS} each are compared.`);
  }
  const { differing, same } = comparison(attempts);
  return (
    <>
      <PageHeader title="Compare sessions" />
      <LiveMark mark={mark} />
      <Notices notices={notices} />
      {attempts.length < 2 ? (
        <CompareTooFew only={attempts[0]} />
      ) : (
        <>
          <h2 className="mb-2 font-semibold">
            What differs <span className="font-normal text-muted text-xs">oldest first</span>
          </h2>
          {differing.length === 0 && <p className="mb-2">Nothing that Exhibit compares.</p>}
          <CompareTable attempts={attempts} groups={differing} />
          <CompareSame groups={same} />
        </>
      )}
    </>
  );
}
