import { useEffect, useState } from "react";
import type { Found } from "@/lib/data/find";
import { isFindable } from "@/lib/words";

/** So that not each letter is a question. */
const PAUSE = 150;

type Answer = { found: Found } | { problem: string; signedOut: boolean };
export type Finding = Answer | "waiting" | "short" | null;

async function ask(q: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(`/api/find?q=${encodeURIComponent(q)}`, { signal });
    const body = await response.json();
    if (response.ok) return { found: body };
    return { problem: body.message, signedOut: response.status === 401 };
  } catch (error) {
    if (signal.aborted) throw error;
    return { problem: "Exhibit does not answer.", signedOut: false };
  }
}

/** Directives and sessions with these words; never what was asked for before them. */
export function useFind(q: string): { finding: Finding; again: () => void } {
  const [answered, setAnswered] = useState<{ q: string; answer: Answer }>();
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again
  useEffect(() => {
    if (!isFindable(q)) return;
    const over = new AbortController();
    const timer = setTimeout(() => {
      ask(q, over.signal).then(
        (answer) => {
          if (!over.signal.aborted) setAnswered({ q, answer });
        },
        () => {},
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      over.abort();
    };
  }, [q, asked]);
  const again = () => {
    setAnswered(undefined);
    setAsked((times) => times + 1);
  };
  if (!isFindable(q)) return { finding: q === "" ? null : "short", again };
  return { finding: answered?.q === q ? answered.answer : "waiting", again };
}
