import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type SessionQuery, sessionsHref } from "@/lib/search-params";

const MONTH = 30 * 86_400_000;

/** Where the list would be, when the database gave it up. The filters stay as they are above it. */
export function TooSlow({ query, now }: { query: SessionQuery; now: number }) {
  const narrower = { ...query, after: undefined };
  const from = new Date(now - MONTH).toISOString().slice(0, 10);
  const links: [words: string, href: string][] = [
    ["Of the last 30 days", sessionsHref({ ...narrower, from, to: "" })],
    ["Active ones", sessionsHref({ ...narrower, status: ["active"] })],
    ["Waiting for review", sessionsHref({ ...narrower, waiting: true })],
  ];
  if (query.sort !== "newest") {
    links.push(["Newest first", sessionsHref({ ...narrower, sort: "newest" })]);
  }
  return (
    <EmptyState
      title="This combination takes too long"
      action={
        <ul aria-label="Narrower lists" className="flex flex-wrap justify-center gap-2">
          {links.map(([words, href]) => (
            <li key={words}>
              <Link href={href} prefetch={false} className={buttonClass()}>
                {words}
              </Link>
            </li>
          ))}
        </ul>
      }
    >
      <p>Narrow it: add a directive, a status or dates.</p>
    </EmptyState>
  );
}
