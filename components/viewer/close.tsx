import { X } from "lucide-react";
import Link from "next/link";
import { toolClass } from "./tool";

type History = {
  currentEntry: { index: number } | null;
  entries: () => { index: number; url: string | null }[];
};

/** Whether the page before this one is one of ours to which one can go back. */
function cameFromOurs(): boolean {
  // Where a browser tells of it, it tells of our own pages alone.
  const { navigation } = window as { navigation?: History };
  const index = navigation?.currentEntry?.index ?? 0;
  const last = navigation?.entries().find((entry) => entry.index === index - 1)?.url;
  return last ? !/^\/(sign-in|auth|password)/.test(new URL(last).pathname) : false;
}

type Props = {
  session: string;
  title: string;
  /** Something else is given up first by the same key. */
  isBusy: boolean;
};

/** Back to where one was: the list or the page that led here, else the session. */
export function Close({ session, title, isBusy }: Props) {
  return (
    <Link
      href={`/sessions/${session}`}
      prefetch={false}
      aria-label={`Close, back from the evidence of ${title}`}
      title="Close"
      aria-keyshortcuts={isBusy ? undefined : "Escape"}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || !cameFromOurs()) return;
        event.preventDefault();
        history.back();
      }}
      className={`${toolClass} text-ink`}
    >
      <X aria-hidden className="size-5" />
    </Link>
  );
}
