import { Allowed } from "@/components/ui/allowed";
import { Card } from "@/components/ui/card";
import { REVIEWS, type Review } from "@/lib/data/reviews";
import type { Session } from "@/lib/data/session";
import { count } from "@/lib/format";
import { VerdictForm } from "./verdict-form";
import { VerdictItem } from "./verdict-item";

type Props = { session: Session; reviews: Review[]; memberId: string };

export function VerdictsCard({ session, reviews, memberId }: Props) {
  return (
    <Card
      title="Verdicts and comments"
      id="verdicts"
      aside={reviews.length > 0 && count(reviews.length, "entry", "entries")}
    >
      <Verdicts reviews={reviews} />
      <Allowed least="reviewer">
        <div className="mt-3 max-w-2xl border-line border-t pt-3">
          <VerdictForm session={session} memberId={memberId} />
        </div>
      </Allowed>
    </Card>
  );
}

export function Verdicts({ reviews }: { reviews: Review[] }) {
  if (reviews.length === 0) {
    return <p className="text-muted">Nobody has judged this session yet.</p>;
  }
  return (
    <>
      <ol className="divide-y divide-line">
        {reviews.map((review) => (
          <VerdictItem key={review.id} review={review} />
        ))}
      </ol>
      {reviews.length === REVIEWS && (
        <p className="mt-2 text-muted text-xs">These are the newest {REVIEWS}.</p>
      )}
    </>
  );
}
