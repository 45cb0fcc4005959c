import type { ReactNode } from "react";
import { SaidBar } from "@/components/frame/said";
import { readSaid } from "@/lib/said";

/** The whole screen, without the dashboard's frame: its keys and the viewer's would be too many. */
export default async function ViewerLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-dvh min-h-96 flex-col overflow-hidden">
      {children}
      <SaidBar said={await readSaid()} />
    </div>
  );
}
