import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type Limits, type List, refusals } from "@/lib/domain/upload";
import { askLimits, sendFiles } from "./send-files";

/** Files that came together and go together: all of them or none. */
export type Upload = {
  id: number;
  list: List;
  files: readonly File[];
  /** How much of it is sent, up to 1. */
  sent: number;
  state: "sending" | "done" | "failed";
  problems: string[];
};

/** What is being sent, and what became of it. Nothing is lost until somebody puts it away. */
export function useUploads(session: string) {
  const router = useRouter();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [limits, setLimits] = useState<Limits | null>(null);
  const stops = useRef(new Map<number, AbortController>());
  const count = useRef(0);
  const isSending = uploads.some(({ state }) => state === "sending");

  useEffect(() => {
    if (!isSending) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isSending]);

  const put = (id: number, change: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...change } : each)));

  const ask = async () => {
    const answer = await askLimits(session);
    if ("problem" in answer) return answer;
    setLimits(answer);
    return answer;
  };

  const send = async ({ id, list, files }: Pick<Upload, "id" | "list" | "files">) => {
    const stop = new AbortController();
    stops.current.set(id, stop);
    put(id, { state: "sending", sent: 0, problems: [] });
    const fail = (problems: string[]) => put(id, { state: "failed", problems });
    const known = await ask();
    if ("problem" in known) return fail([known.problem ?? ""]);
    const refused = refusals(list, files, known);
    if (refused.length > 0) return fail(refused);
    const onSent = (sent: number) => put(id, { sent });
    const { problem } = await sendFiles({ session, list, files, onSent, signal: stop.signal });
    if (problem !== null) return fail([problem]);
    put(id, { state: "done", sent: 1 });
    router.refresh();
  };

  return {
    uploads,
    limits,
    ask,
    add(list: List, files: readonly File[]) {
      if (files.length === 0) return;
      const id = count.current++;
      setUploads((all) => [
        ...all,
        { id, list, files, sent: 0, state: "sending" as const, problems: [] },
      ]);
      send({ id, list, files });
    },
    retry: send,
    stop: (id: number) => stops.current.get(id)?.abort(),
    remove: (id: number) => setUploads((all) => all.filter((each) => each.id !== id)),
  };
}
