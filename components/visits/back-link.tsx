"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";

const words = { "/sessions": "sessions", "/gallery": "gallery", "/directives": "directives" };

type List = keyof typeof words;
type Visits = typeof import("./visits");

/** To the list that was looked at last in this tab, as it was; without a script, or where none was, to the usual one. */
export function BackLink({ to, or }: { to: List; or?: List }) {
  const [last, setLast] = useState<{ address: string; comeBack: Visits["comeBack"] }>();
  useEffect(() => {
    import("./visits").then(
      ({ latestList, comeBack }) => {
        const address = latestList(or ? [to, or] : [to]);
        setLast(address ? { address, comeBack } : undefined);
      },
      () => {},
    );
  }, [to, or]);
  const address = last?.address ?? to;
  const word = words[address.split("?")[0] as List];
  return (
    <Link
      href={address}
      prefetch={false}
      onClick={(event) => {
        const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey;
        if (!isElsewhere) last?.comeBack(address);
      }}
      className="-mb-2 flex w-fit items-center gap-0.5 rounded py-1 text-muted text-xs hover:text-ink hover:underline"
    >
      <ChevronLeft aria-hidden className="size-3.5" />
      Back to {word}
    </Link>
  );
}
