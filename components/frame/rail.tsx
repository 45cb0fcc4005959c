import { ChartNoAxesCombined, ListChecks, Milestone } from "lucide-react";
import Link from "next/link";
import { RailLink } from "./rail-link";

const places = [
  { href: "/", label: "Overview", icon: ChartNoAxesCombined },
  { href: "/sessions", label: "Sessions", icon: ListChecks },
  { href: "/directives", label: "Directives", icon: Milestone },
] as const;

/** A narrow column at the side; a bar at the bottom on a phone. */
export function Rail() {
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
      <ul className="flex justify-center gap-4 sm:block">
        {places.map(({ href, label, icon: Icon }) => (
          <li key={href} className="sm:px-1.5 sm:pb-1">
            <RailLink href={href}>
              <Icon aria-hidden className="size-5" />
              {label}
            </RailLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
