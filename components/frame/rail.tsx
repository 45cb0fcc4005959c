import {
  ChartNoAxesCombined,
  ClipboardCheck,
  Images,
  ListChecks,
  Milestone,
  Users,
} from "lucide-react";
import Link from "next/link";
import type { Member } from "@/lib/auth";
import { isAtLeast } from "@/lib/domain/roles";
import { places } from "./places";
import { RailLink } from "./rail-link";

const icons = {
  "/": ChartNoAxesCombined,
  "/reviews": ClipboardCheck,
  "/sessions": ListChecks,
  "/directives": Milestone,
  "/gallery": Images,
  "/team": Users,
} as const;

/** Nobody counts further. */
const ENOUGH = 100;

type Props = {
  member: Member;
  /** How many sessions wait for review, as far as they are counted. */
  waiting: number;
};

/** A narrow column at the side; a bar at the bottom on a phone. */
export function Rail({ member, waiting }: Props) {
  const shown = places.filter(({ least }) => isAtLeast(member.role, least));
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface sm:sticky sm:inset-auto sm:top-0 sm:h-dvh sm:w-18 sm:shrink-0 sm:border-t-0 sm:border-r"
    >
      <Link
        href="/"
        prefetch={false}
        aria-label="Exhibit, start page"
        className="hidden h-12 items-center justify-center sm:flex"
      >
        <img src="/icon.svg" alt="" width={24} height={24} />
      </Link>
      <ul className="mx-auto flex max-w-lg sm:block">
        {shown.map(({ href, label }) => {
          const Icon = icons[href];
          return (
            <li key={href} className="min-w-0 flex-1 sm:px-1.5 sm:pb-1">
              <RailLink href={href}>
                <Icon aria-hidden className="size-5" />
                {label}
                {href === "/reviews" && waiting > 0 && <Waiting count={waiting} />}
              </RailLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Waiting({ count }: { count: number }) {
  return (
    <span className="absolute top-1 left-1/2 ml-1 rounded-full bg-accent px-1 text-on-accent leading-4">
      {count < ENOUGH ? count : `${ENOUGH - 1}+`}
      <span className="sr-only"> waiting</span>
    </span>
  );
}
