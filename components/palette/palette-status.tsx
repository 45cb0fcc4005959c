import { usePathname } from "next/navigation";
import { Button } from "@/components/ui/button";
import { count } from "@/lib/format";
import type { Group } from "./entries";
import type { Finding } from "./use-find";

type Props = {
  typed: string;
  groups: Group[];
  finding: Finding;
  again: () => void;
  isTaking: boolean;
};

/** How many there are, for the ear as well; and why directives and sessions are missing. */
export function PaletteStatus({ typed, groups, finding, again, isTaking }: Props) {
  const path = usePathname();
  const number = groups.flatMap(({ entries }) => entries).length;
  const problem =
    finding !== null && typeof finding === "object" && "problem" in finding && finding;
  return (
    <div className="border-line border-t px-4 py-2 text-muted text-xs">
      <p role="status">
        {isTaking ? (
          "One moment…"
        ) : finding === "waiting" ? (
          "Searching…"
        ) : number > 0 || problem ? (
          count(number, "entry", "entries")
        ) : finding === "short" ? (
          "Directives and sessions are found by three characters or more."
        ) : (
          <>
            Nothing has <bdi>“{typed.trim()}”</bdi> in it.
          </>
        )}
      </p>
      {problem && (
        <p role="alert" className="flex flex-wrap items-center gap-x-3 text-needs-ink">
          {problem.problem} Directives and sessions were not searched.
          {problem.signedOut ? (
            <a
              href={`/sign-in?next=${encodeURIComponent(path)}`}
              className="text-accent underline underline-offset-2"
            >
              Sign in again
            </a>
          ) : (
            <Button size="small" onClick={again}>
              Try again
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
