"use client";

import { Keyboard } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { type Key, listKeys, useKeys } from "./use-keys";

/** Acts on the keys that the page's own controls name in `aria-keyshortcuts`, and tells of them. */
export function KeysButton({ className = "" }: { className?: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [listed, setListed] = useState<Key[]>([]);
  const open = () => {
    setListed(listKeys());
    dialog.current?.showModal();
  };
  const { listening, singleKeys, setSingleKeys } = useKeys(open);
  return (
    <>
      <Button
        variant="ghost"
        size="small"
        onClick={open}
        disabled={!listening}
        title="Keys on this page (?)"
        data-palette="Keys on this page"
        className={`noscript:hidden ${className}`}
      >
        <Keyboard aria-hidden className="size-4" />
        <span className="sr-only">Keys</span>
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby="keys-title"
        className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border border-line-strong bg-surface p-4 text-ink shadow-lg backdrop:bg-black/40"
      >
        <h2 id="keys-title" className="font-semibold text-base">
          Keys on this page
        </h2>
        <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          {listed.map(({ key, does }) => (
            <div key={`${key} ${does}`} className="contents">
              <dt>
                <kbd className="rounded border border-line-strong bg-sunken px-1.5 font-mono text-xs">
                  {key}
                </kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="check-item mt-3 border-line border-t pt-3">
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={(event) => setSingleKeys(event.target.checked)}
          />
          Keys without Ctrl or ⌘
        </label>
        <form method="dialog" className="mt-3">
          <Button type="submit">Close</Button>
        </form>
      </dialog>
    </>
  );
}
