"use client";

import { Upload as UploadIcon } from "lucide-react";
import { type DragEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { buttonClass } from "@/components/ui/button";
import { accepted, type List, limitWords, lists, listWords } from "@/lib/domain/upload";
import { UploadForm } from "./upload-form";
import { UploadItem } from "./upload-item";
import { useUploads } from "./use-uploads";

/** A plain form until the script is there. */
export function Upload({ session }: { session: string }) {
  const hasScript = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return hasScript ? <Uploader session={session} /> : <UploadForm session={session} />;
}

function Uploader({ session }: { session: string }) {
  const { uploads, limits, ask, add, retry, stop, remove } = useUploads(session);
  const [list, setList] = useState<List>("after");
  const root = useRef<HTMLDivElement>(null);
  const name = useId();
  useOpened(root, ask);
  usePaste(root, (files) => add(list, files));
  return (
    <div ref={root} className="grid gap-3">
      <fieldset className="flex flex-wrap gap-x-4">
        <legend className="mb-1 font-medium">What the files are</legend>
        {lists.map((each) => (
          <label key={each} className="flex min-h-8 items-center gap-1.5">
            <input
              type="radio"
              name={name}
              checked={each === list}
              onChange={() => setList(each)}
              className="size-4 accent-accent"
            />
            {listWords[each]}
          </label>
        ))}
      </fieldset>
      <DropZone onFiles={(files) => add(list, files)}>
        <UploadIcon aria-hidden className="mx-auto size-5 text-muted" />
        <p>Drop or paste files here, or</p>
        {/* The whole label is the button, and shows where the focus of its field is. */}
        <label
          className={`${buttonClass({ size: "small" })} mx-auto cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2`}
        >
          Choose files
          <input
            type="file"
            multiple
            accept={accepted[list]}
            onChange={({ currentTarget }) => {
              add(list, [...(currentTarget.files ?? [])]);
              // The same file again is a choice, too.
              currentTarget.value = "";
            }}
            className="sr-only"
          />
        </label>
        <p className="min-h-9 text-muted text-xs">{limits && limitWords(list, limits)}</p>
      </DropZone>
      {uploads.length > 0 && (
        <ul aria-label="Uploads" className="grid gap-2">
          {uploads.map((upload) => (
            <UploadItem
              key={upload.id}
              upload={upload}
              retry={() => retry(upload)}
              stop={() => stop(upload.id)}
              remove={() => remove(upload.id)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

type ZoneProps = { onFiles: (files: File[]) => void; children: React.ReactNode };

function DropZone({ onFiles, children }: ZoneProps) {
  const [over, setOver] = useState(false);
  const onDrag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field within does the same by keyboard
    <div
      onDragOver={(event) => onDrag(event, true)}
      onDragLeave={(event) => onDrag(event, false)}
      onDrop={(event) => {
        onDrag(event, false);
        onFiles([...event.dataTransfer.files]);
      }}
      className={`grid gap-2 rounded-md border border-dashed p-4 text-center ${over ? "border-accent bg-accent-soft" : "border-line-strong"}`}
    >
      {children}
    </div>
  );
}

/** Asks for the limits when the panel is unfolded, and not on every page that has it. */
function useOpened(root: React.RefObject<HTMLElement | null>, ask: () => void) {
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    const panel = root.current?.closest("details");
    const opened = () => panel?.open && latest.current();
    opened();
    panel?.addEventListener("toggle", opened);
    return () => panel?.removeEventListener("toggle", opened);
  }, [root]);
}

/** Files that are pasted while the panel is seen, wherever the focus is. */
function usePaste(root: React.RefObject<HTMLElement | null>, take: (files: File[]) => void) {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const isSeen = root.current?.checkVisibility({ contentVisibilityAuto: true });
      if (!isSeen || files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [root]);
}
