import Link from "next/link";
import type { ReactNode } from "react";
import { None } from "@/components/ui/none";
import { formatUpTo } from "@/lib/format";

type Props = {
  label: string;
  /** Null is not scored. */
  value: number | null;
  /** What was counted no further than this and one more. */
  limit?: number;
  /** The list behind the number. */
  href: string;
  className?: string;
  /** What the number means, in few words. */
  children: ReactNode;
};

/** A number that leads to its list from everywhere on it; links in its words lead to their own. */
export function Tile({ label, value, limit, href, className = "", children }: Props) {
  return (
    <li
      className={`relative min-w-0 rounded-lg border border-line bg-surface px-3 py-2.5 hover:bg-sunken sm:px-4 ${className}`}
    >
      <Link href={href} prefetch={false} className="block after:absolute after:inset-0">
        <span className="block text-muted text-xs">{label}</span>
        <span className="block font-semibold text-2xl">
          {value === null ? <None words="not scored" /> : formatUpTo(value, limit)}
        </span>
      </Link>
      <p className="mt-0.5 text-muted text-xs">{children}</p>
    </li>
  );
}

export function TileLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="relative z-1 inline-block py-0.5 text-accent underline underline-offset-2"
    >
      {children}
    </Link>
  );
}
