import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { shownMark } from "./mark";
import { pauseAfter } from "./pause";

/** How the page stands to what is stored; times are the browser's. */
type Standing =
  | { state: "live" }
  | { state: "changed"; at: number }
  | { state: "away"; seen: number }
  | { state: "ended"; signedOut: boolean };

type Answer = { mark: number; seconds: number | null; now: number };

const LIVE: Standing = { state: "live" };

/**
 * Asks again and again whether there is news of the page, as long as somebody may see it. `apply`
 * says whether it shows the news itself.
 */
export function useChanges(made: number, apply: () => boolean) {
  const page = `${usePathname()}?${useSearchParams()}`;
  const [standing, setStanding] = useState<Standing>(LIVE);
  const [skew, setSkew] = useState<number | null>(null);
  const isApplied = useEffectEvent(apply);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, or the same made anew
  useEffect(() => {
    let failures = 0;
    let seen = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking: AbortController | undefined;
    const rest = () => {
      clearTimeout(timer);
      asking?.abort();
    };

    const ask = async () => {
      rest();
      const shown = shownMark();
      if (!shown || document.hidden) return;
      const mine = new AbortController();
      asking = mine;
      try {
        const response = await fetch(`/api/changes?${shown.ask}`, {
          cache: "no-store",
          signal: AbortSignal.any([mine.signal, AbortSignal.timeout(10_000)]),
        });
        const { status } = response;
        if (status === 401 || status === 403) {
          // Until the page is shown again, perhaps after signing in elsewhere.
          return setStanding({ state: "ended", signedOut: status === 401 });
        }
        if (!response.ok) throw new Error(`${status}`);
        const { mark, seconds, now }: Answer = await response.json();
        failures = 0;
        seen = Date.now();
        setSkew(now - Date.now());
        const isNews = mark > shown.mark;
        if (!isNews) setStanding(LIVE);
        else if (!(shown.applies && isApplied())) {
          setStanding({ state: "changed", at: Date.now() - (seconds ?? 0) * 1000 });
        }
      } catch {
        if (mine.signal.aborted) return;
        failures++;
        setStanding({ state: "away", seen });
      }
      timer = setTimeout(ask, pauseAfter(failures));
    };

    setStanding(LIVE);
    timer = setTimeout(ask, pauseAfter(0));
    document.addEventListener("visibilitychange", ask);
    window.addEventListener("online", ask);
    return () => {
      rest();
      document.removeEventListener("visibilitychange", ask);
      window.removeEventListener("online", ask);
    };
  }, [page, made]);

  return { standing, skew, page };
}
