import { Button } from "@/components/ui/button";
import { formatBytes, listWords } from "@/lib/domain/upload";
import { count } from "@/lib/format";
import type { Upload } from "./use-uploads";

type Props = { upload: Upload; retry: () => void; stop: () => void; remove: () => void };

/** What was sent together, how far it is, and what became of it. */
export function UploadItem({ upload, retry, stop, remove }: Props) {
  const { list, files, sent, state, problems } = upload;
  const what = `${listWords[list]}: ${count(files.length, "file")}`;
  const percent = Math.floor(sent * 100);
  return (
    <li className="rounded-md border border-line p-2.5 text-xs">
      <p className="font-medium">{what}</p>
      <ul className="mt-1 max-h-40 overflow-y-auto text-muted">
        {files.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
          <li key={index} className="flex justify-between gap-3">
            <bdi className="min-w-0 truncate">{file.name}</bdi>
            <span className="shrink-0">{formatBytes(file.size)}</span>
          </li>
        ))}
      </ul>
      {state === "sending" && (
        <div className="mt-2 flex items-center gap-2">
          <progress
            aria-label={`Sending ${what}`}
            value={percent}
            max={100}
            className="h-2 min-w-0 flex-1 accent-accent"
          />
          <span>{percent < 100 ? `${percent} %` : "sent, being checked"}</span>
          {percent < 100 && (
            <Button size="small" onClick={stop}>
              Stop
            </Button>
          )}
        </div>
      )}
      {state === "failed" && (
        <div role="alert" className="mt-2 text-needs-ink">
          <p className="font-medium">Not added:</p>
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      {state !== "sending" && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {state === "done" && (
            <p role="status" className="mr-auto font-medium text-excellent-ink">
              Added.
            </p>
          )}
          {state === "failed" && (
            <Button size="small" variant="primary" onClick={retry}>
              Try again
            </Button>
          )}
          <Button size="small" variant="ghost" onClick={remove}>
            Put away<span className="sr-only">: {what}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
