"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** Knows by itself whether one is there: the frame stays while pages change. */
export function RailLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const isHere = path === href || (href !== "/" && path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isHere ? (path === href ? "page" : "true") : undefined}
      className="relative flex min-h-14 flex-col items-center justify-center gap-0.5 rounded-md font-medium text-2xs text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent-strong"
    >
      {children}
    </Link>
  );
}
