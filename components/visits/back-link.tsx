"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useLayoutEffect, useState } from "react";
import { comeBack, latestList } from "./visits";

const words = { "/sessions": "sessions", "/gallery": "gallery", "/directives": "directives" };

type List = keyof typeof words;

/** To the list that was looked at last in this tab, as it was; without a script, or where none was, to the usual one. */
export function BackLink({ to, or }: { to: List; or?: List }) {
  const [address, setAddress] = useState<string>(to);
  // Before the link can be clicked.
  useLayoutEffect(() => setAddress(latestList(or ? [to, or] : [to]) ?? to), [to, or]);
  const word = words[address.split("?")[0] as List];
  return (
    <Link
      href={address}
      prefetch={false}
      onClick={(event) => {
        const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey;
        if (!isElsewhere) comeBack(address);
      }}
      className="-mb-2 flex w-fit items-center gap-0.5 rounded py-1 text-muted text-xs hover:text-ink hover:underline"
    >
      <ChevronLeft aria-hidden className="size-3.5" />
      Back to {word}
    </Link>
  );
}
