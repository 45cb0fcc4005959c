import Link from "next/link";
import type { ReactNode } from "react";
import { Person } from "@/components/frame/person";
import { Rail } from "@/components/frame/rail";
import { SaidBar } from "@/components/frame/said";
import { ThemeSwitch } from "@/components/frame/theme-switch";
import { Tools } from "@/components/frame/tools";
import { ToolsToCome } from "@/components/frame/tools-to-come";
import { IconSprite } from "@/components/ui/icon";
import { requireMember } from "@/lib/auth";
import { countWaiting } from "@/lib/data/review-queue";
import { readSaid } from "@/lib/said";
import { readerClient } from "@/lib/supabase/server";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const [member, said, waiting] = await Promise.all([
    requireMember(),
    readSaid(),
    // Whoever may not ask is sent on by the first of these.
    readerClient()
      .then(countWaiting)
      .catch(() => 0),
  ]);
  return (
    <div className="relative sm:flex">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-30 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
      >
        Skip to the content
      </a>
      <IconSprite />
      <Rail member={member} waiting={waiting} />
      <div className="mx-auto min-w-0 max-w-[100rem] flex-1 px-4 pb-20 sm:px-6 sm:pb-8">
        {/* On a wide screen it shares its line with the page's name, which keeps clear of it. */}
        <header className="flex min-h-12 items-center justify-end gap-2 sm:gap-3 lg:float-right lg:pl-4">
          <Link href="/" prefetch={false} className="mr-auto shrink-0 font-semibold sm:hidden">
            Exhibit
          </Link>
          <Tools role={member.role}>
            <ToolsToCome />
          </Tools>
          <ThemeSwitch />
          <Person member={member} />
        </header>
        <main id="content" tabIndex={-1} className="outline-none">
          {children}
        </main>
      </div>
      <SaidBar said={said} />
    </div>
  );
}
